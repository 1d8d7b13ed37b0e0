using System.IO.Pipelines;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Panel;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests;

/// <summary>
/// <c>docs/protocol.md</c> lists the methods of the specification as they are: each once, and served where the server has a
/// handler or sends it.
/// </summary>
public partial class ProtocolPageTests
{
    private const string MetaModel = "shared/lsp/metaModel.json";

    private static IReadOnlyDictionary<string, (string Direction, bool IsServed, string Note)> Page =>
        Row()
            .Matches(File.ReadAllText(Repository.Find("docs/protocol.md")!))
            .ToDictionary(
                row => row.Groups["method"].Value,
                row =>
                    (
                        row.Groups["direction"].Value,
                        row.Groups["served"].Value == "yes",
                        row.Groups["note"].Value.Trim()
                    ),
                StringComparer.Ordinal
            );

    [Fact]
    public void It_has_each_method_of_the_specification_once()
    {
        Assert.SkipWhen(Repository.Find(MetaModel) is null, $"{MetaModel} is not beside the repository.");
        var model = JsonNode.Parse(File.ReadAllBytes(Repository.Find(MetaModel)!))!;
        var methods = model["requests"]!
            .AsArray()
            .Concat(model["notifications"]!.AsArray())
            .Select(method => (Name: (string)method!["method"]!, Direction: (string)method["messageDirection"]!));
        Assert.Equal(
            methods.Select(method => $"{method.Name} {DirectionOf(method.Direction)}").Order(StringComparer.Ordinal),
            Page.Select(row => $"{row.Key} {row.Value.Direction}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_served_has_a_handler()
    {
        // The connection itself answers this one.
        var served = await ServedAsync();
        Assert.Equal(
            Page.Where(row => row.Value is { IsServed: true, Direction: "to the server" })
                .Select(row => row.Key)
                .Append("$/cancelRequest")
                .Order(StringComparer.Ordinal),
            served.Append("shutdown").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_is_sent_is_sent_somewhere()
    {
        var sources = Directory
            .EnumerateFiles(Repository.Find("src")!, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "Methods.cs" && !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();
        foreach (var (method, (direction, isServed, _)) in Page.Where(row => row.Value.Direction == "to the client"))
        {
            var isSent =
                Sent.TryGetValue(method, out var name)
                && sources.Exists(source => source.Contains(name + ",", StringComparison.Ordinal));
            Assert.True(isServed == isSent, $"{method} is {(isSent ? "" : "not ")}sent");
        }
    }

    [Fact]
    public void The_messages_of_its_own_are_those_that_there_are() =>
        Assert.Equal(
            typeof(PanelMethods)
                .GetFields()
                .Select(field => field.GetValue(null)!)
                .Select(method => $"{method.GetType().GetProperty("Name")!.GetValue(method)} {Shape(method.GetType())}")
                .Order(StringComparer.Ordinal),
            OwnRow()
                .Matches(File.ReadAllText(Repository.Find("docs/protocol.md")!))
                .Select(row =>
                    $"{row.Groups["method"]} {row.Groups["what"]} {row.Groups["params"]} {row.Groups["result"]}".Trim()
                )
                .Order(StringComparer.Ordinal)
        );

    /// <summary>What a method's type says of it, in the words of the page.</summary>
    private static string Shape(Type method) =>
        string.Join(
            ' ',
            method
                .GetGenericArguments()
                .Where(type => type != typeof(Nothing))
                .Select(type => type.Name)
                .Prepend(method.Name.StartsWith("Request", StringComparison.Ordinal) ? "request" : "notification")
        );

    [Fact]
    public void What_is_not_served_has_its_reason() =>
        Assert.All(Page.Where(row => !row.Value.IsServed), row => Assert.NotEmpty(row.Value.Note));

    /// <summary>The names in our sources of methods that go to the client.</summary>
    private static Dictionary<string, string> Sent { get; } =
        new[] { typeof(Methods) }
            .Concat(typeof(Methods).GetNestedTypes())
            .SelectMany(type => type.GetFields(), (type, field) => (type, field))
            .ToDictionary(
                item => (string)item.field.FieldType.GetProperty("Name")!.GetValue(item.field.GetValue(null))!,
                item =>
                    item.type == typeof(Methods)
                        ? $"Methods.{item.field.Name}"
                        : $"Methods.{item.type.Name}.{item.field.Name}",
                StringComparer.Ordinal
            );

    private static string DirectionOf(string direction) =>
        direction switch
        {
            "clientToServer" => "to the server",
            "serverToClient" => "to the client",
            _ => "both",
        };

    internal static async Task<IReadOnlyList<string>> ServedAsync()
    {
        var (input, output) = (new Pipe(), new Pipe());
        using var transport = new Transport(input.Reader.AsStream(), output.Writer.AsStream());
        await using var server = new LanguageServer(
            transport,
            new LanguageServerOptions
            {
                Version = "1",
                Error = () => TextWriter.Null,
                Environment = _ => null,
                Clock = TimeProvider.System,
            }
        );
        server.Serve(new InitializeParams(new ClientCapabilities()));
        return [.. server.Served];
    }

    [GeneratedRegex(
        @"^\| `(?<method>[^`]+)` \| (?<direction>[^|]+) \| (?<served>yes|no) \| (?<note>.*)\|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Row();

    [GeneratedRegex(
        @"^\| `(?<method>wsgilsp/[^`]+)` \| [^|]+ \| (?<what>\w+) \| `(?<params>\w+)` \|( `(?<result>\w+)`)?[^|]*\|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex OwnRow();
}
