using System.Text;
using WsgiLsp.Rendering.Pages;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Files;

/// <summary>Writes pages. A file that was not made by this program stays, unless the writer insists.</summary>
/// <param name="terminal">The working folder, and where it is said what went wrong.</param>
/// <param name="force">Whether other files are replaced too.</param>
internal sealed class PageFiles(Terminal terminal, bool force)
{
    /// <summary>Writes one page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="file">Where; null or <c>-</c> for standard output.</param>
    /// <returns>The exit code.</returns>
    public int Write(HtmlPage page, string? file)
    {
        if (file is null or "-")
        {
            terminal.Out.Write(terminal.Shown(page.ToString()));
            return ExitCode.Clean;
        }

        return WriteAll([(file, page)]);
    }

    /// <summary>Writes pages into a folder, which is made if it is not there. All or, where a file must stay, none.</summary>
    /// <returns>The exit code.</returns>
    public int Write(IReadOnlyCollection<SitePage> pages, string folder)
    {
        try
        {
            Directory.CreateDirectory(Path.GetFullPath(folder, terminal.Folder));
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            terminal.Complain($"{folder}: {FileProblem.From(folder, e).Message}");
            return ExitCode.CannotRun;
        }

        return WriteAll([.. pages.Select(page => (Path.Join(folder, page.FileName), page.Page))]);
    }

    private int WriteAll(List<(string Name, HtmlPage Page)> pages)
    {
        var name = "";
        try
        {
            var before = new List<byte[]?>();
            foreach (var (file, _) in pages)
            {
                name = file;
                before.Add(Read(file));
                if (!force && before[^1] is { } bytes && !HtmlPage.IsOurs(Encoding.UTF8.GetString(bytes)))
                {
                    terminal.Complain($"{name}: is there and was not made by wsgilsp (--force replaces it)");
                    return ExitCode.CannotRun;
                }
            }

            foreach (var ((file, page), old) in pages.Zip(before))
            {
                name = file;
                var path = Path.GetFullPath(file, terminal.Folder);
                var bytes = Encoding.UTF8.GetBytes(page.ToString());
                if (!(old is null ? AtomicFile.Create(path, bytes) : AtomicFile.Replace(path, old, bytes)))
                {
                    terminal.Complain($"{name}: was changed meanwhile, and stays as it is");
                    return ExitCode.CannotRun;
                }
            }
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            terminal.Complain($"{name}: {FileProblem.From(name, e).Message}");
            return ExitCode.CannotRun;
        }

        return ExitCode.Clean;
    }

    private byte[]? Read(string file)
    {
        var path = Path.GetFullPath(file, terminal.Folder);
        return File.Exists(path) || Directory.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
