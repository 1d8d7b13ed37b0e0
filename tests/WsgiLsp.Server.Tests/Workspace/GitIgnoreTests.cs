using System.ComponentModel;
using System.Diagnostics;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

public class GitIgnoreTests
{
    /// <summary>Lines of <c>.gitignore</c>, parted by <c>|</c>; a path, a folder if it ends with a slash; the verdict.</summary>
    public static TheoryData<string, string, bool> Verdicts =>
        new()
        {
            { "", "a.md", false },
            { "a.md", "a.md", true },
            { "a.md", "b/a.md", true },
            { "a.md", "aa.md", false },
            { "/a.md", "a.md", true },
            { "/a.md", "b/a.md", false },
            { "b/a.md", "b/a.md", true },
            { "b/a.md", "c/b/a.md", false },
            { "build/", "build/x.md", true },
            { "build/", "a/build/x.md", true },
            { "build/", "build", false },
            { "build", "build", true },
            { "/build/", "a/build/x.md", false },
            { "*.md", "a/b/c.md", true },
            { "*.md", "a/b/c.mdx", false },
            { "a/*.md", "a/c.md", true },
            { "a/*.md", "a/b/c.md", false },
            { "*", "a/b.md", true },
            { "*.md|!keep.md", "keep.md", false },
            { "*.md|!keep.md", "drop.md", true },
            { "!keep.md|*.md", "keep.md", true },
            { "a/|!a/keep.md", "a/keep.md", true },
            { "a/*|!a/keep.md", "a/keep.md", false },
            { "**/a.md", "x/y/a.md", true },
            { "**/a.md", "a.md", true },
            { "a/**", "a/b/c.md", true },
            { "a/**", "a/", false },
            { "a/**/c.md", "a/c.md", true },
            { "a/**/c.md", "a/x/y/c.md", true },
            { "a/**/c.md", "b/a/c.md", false },
            { "**", "a.md", true },
            { "**/b/**", "a/b/c.md", true },
            { "a**b.md", "axyb.md", true },
            { "a**b.md", "ax/yb.md", false },
            { "?.md", "a.md", true },
            { "?.md", "ab.md", false },
            { "[a-c].md", "b.md", true },
            { "[!a-c].md", "b.md", false },
            { "[^a-c].md", "d.md", true },
            { "[]x].md", "].md", true },
            { "[[:digit:]x].md", "7.md", true },
            { "[[:digit:]x].md", "x.md", true },
            { "[[:digit:]].md", "a.md", false },
            { "[a-].md", "-.md", true },
            { "[a.md", "[a.md", false },
            { "\\[a.md", "[a.md", true },
            { "\\*.md", "a.md", false },
            { "\\*.md", "*.md", true },
            { "# a.md", "# a.md", false },
            { "\\# a.md", "# a.md", true },
            { "\\!a.md", "!a.md", true },
            { "a.md   ", "a.md", true },
            { "a.md\\ ", "a.md ", true },
            { "a.md\\ ", "a.md", false },
            { "a.md\r", "a.md", true },
            { "/", "a.md", false },
            { "a b.md", "a b.md", true },
            { "*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false },
            { "é?.md", "éa.md", true },
        };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void A_pattern_ignores_what_git_documents(string lines, string path, bool expected)
    {
        using var folder = Repository(lines, path);

        Assert.Equal(expected, Ignores(folder.Path, path));
    }

    [Fact]
    public void Git_itself_says_the_same()
    {
        foreach (var row in Verdicts)
        {
            var (lines, path, expected) = row.Data;
            using var folder = Repository(lines, path);
            var verdict = GitSays(folder.Path, path);
            Assert.True(expected == verdict, $"'{lines}' and {path}: git says {verdict}");
        }
    }

    [Fact]
    public void A_nearer_file_wins_over_one_further_up()
    {
        using var folder = new TempFolder()
            .With(".git/HEAD", "")
            .With(".gitignore", "*.md\n!b.md")
            .With("sub/.gitignore", "!a.md\nb.md\n/c.txt");

        Assert.False(Ignores(folder.Path, "sub/a.md"));
        Assert.True(Ignores(folder.Path, "sub/b.md"));
        Assert.True(Ignores(folder.Path, "sub/c.txt"));
        Assert.False(Ignores(folder.Path, "sub/deep/c.txt"));
        Assert.True(Ignores(folder.Path, "a.md"));
    }

    [Fact]
    public void The_repository_above_the_folder_counts()
    {
        using var folder = new TempFolder()
            .With(".git/info/exclude", "secret.md")
            .With(".gitignore", "/sub/a.md\n*.tmp.md");

        var sub = GitIgnore.At(folder["sub"]);

        Assert.True(sub.Ignores(folder["sub/a.md"], isFolder: false));
        Assert.True(sub.Ignores(folder["sub/x.tmp.md"], isFolder: false));
        Assert.True(sub.Ignores(folder["sub/secret.md"], isFolder: false));
        Assert.False(sub.Ignores(folder["sub/b.md"], isFolder: false));
    }

    [Fact]
    public void A_gitignore_wins_over_the_exclude_file()
    {
        using var folder = new TempFolder().With(".git/info/exclude", "a.md").With(".gitignore", "!a.md");

        Assert.False(Ignores(folder.Path, "a.md"));
    }

    [Fact]
    public void A_repository_inside_another_begins_anew()
    {
        using var folder = new TempFolder()
            .With(".git/HEAD", "")
            .With(".gitignore", "*.md")
            .With("inner/.git/HEAD", "");

        Assert.False(Ignores(folder.Path, "inner/a.md"));
    }

    [Fact]
    public void A_worktree_uses_the_exclude_file_of_its_repository()
    {
        using var folder = new TempFolder()
            .With("main/.git/info/exclude", "a.md")
            .With("main/.git/worktrees/w/commondir", "../..\n")
            .With("w/.git", "gitdir: ../main/.git/worktrees/w\n");

        Assert.True(Ignores(folder["w"], "a.md"));
    }

    [Fact]
    public void Without_a_repository_files_count_from_the_searched_folder_on()
    {
        using var folder = new TempFolder().With("x/.gitignore", "a.md").With("x/y/.gitignore", "b.md");

        Assert.True(Ignores(folder["x"], "a.md"));
        Assert.True(Ignores(folder["x"], "y/b.md"));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_pattern()
    {
        using var folder = new TempFolder().With(".gitignore", "\uFEFFa.md");

        Assert.True(Ignores(folder.Path, "a.md"));
    }

    private static TempFolder Repository(string lines, string path)
    {
        var folder = new TempFolder()
            .With(".git/HEAD", "ref: refs/heads/main\n")
            .With(".git/objects/.keep", "")
            .With(".git/refs/.keep", "")
            .With(".gitignore", lines.Replace('|', '\n') + "\n");
        return path.EndsWith('/') ? folder.With(path + "file", "") : folder.With(path, "");
    }

    /// <summary>As a walk sees it: what is below an ignored folder is never met.</summary>
    private static bool Ignores(string root, string path)
    {
        var ignored = GitIgnore.At(root);
        var names = path.TrimEnd('/').Split('/');
        for (var i = 1; i < names.Length; i++)
        {
            var folder = Path.Combine([root, .. names[..i]]);
            if (ignored.Ignores(folder, isFolder: true))
            {
                return true;
            }

            ignored = ignored.Enter(folder);
        }

        return ignored.Ignores(Path.Combine([root, .. names]), path.EndsWith('/'));
    }

    private static bool GitSays(string root, string path)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = root,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var arg in (string[])["-c", "core.excludesFile=", "check-ignore", "-q", "--", path.TrimEnd('/')])
        {
            start.ArgumentList.Add(arg);
        }

        try
        {
            using var git = Process.Start(start)!;
            git.WaitForExit();
            Assert.InRange(git.ExitCode, 0, 1);
            return git.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            Assert.Skip("git is not installed");
            throw;
        }
    }
}
