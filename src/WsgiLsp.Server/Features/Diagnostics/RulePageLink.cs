using System.Collections.Concurrent;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>Where a rule's page can be read: a file that is installed beside the server.</summary>
internal static class RulePageLink
{
    private static readonly ConcurrentDictionary<string, CodeDescription?> Known = new(StringComparer.Ordinal);

    /// <summary>The link to a rule's page; null where the page is not installed.</summary>
    public static CodeDescription? Of(string rule) =>
        Known.GetOrAdd(
            rule,
            static name =>
            {
                var path = Path.Combine(AppContext.BaseDirectory, "docs", "rules", name + ".md");
                return File.Exists(path) ? new CodeDescription(new Uri(path).AbsoluteUri) : null;
            }
        );
}
