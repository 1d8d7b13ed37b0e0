using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

public class DeckFilesTests
{
    [Theory]
    [InlineData("a.deck.md", "", true)]
    [InlineData("A.DECK.MD", "", true)]
    [InlineData("a.md", "", false)]
    [InlineData("a.md", "---\ndeck: A\n---\n", true)]
    [InlineData("a.md", "\uFEFF---\r\ndeck: A\r\n---\r\n", true)]
    [InlineData("a.md", "---\ntitle: x\ndeck:\n...\n", true)]
    [InlineData("a.md", "---\n\"deck\" : A\n---\n", true)]
    [InlineData("a.md", "---\ndeck: A\n", false)]
    [InlineData("a.md", "---\n  deck: A\n---\n", false)]
    [InlineData("a.md", "---\ndecks: A\n---\n", false)]
    [InlineData("a.md", "---\ndeck:A\n---\n", false)]
    [InlineData("a.md", "\n---\ndeck: A\n---\n", false)]
    [InlineData("a.md", "# T\n\n---\ndeck: A\n---\n", false)]
    [InlineData("a.md", "- [ ] a task list\n- [x] is no deck\n", false)]
    [InlineData("a.txt", "---\ndeck: A\n---\n", false)]
    [InlineData("a.quiz.md", "---\ndeck: A\n---\n", false)]
    public void A_name_or_the_front_matter_makes_a_deck(string name, string text, bool expected)
    {
        using var folder = new TempFolder();
        var files = new DeckFiles(new ConfigLookup());

        Assert.Equal(expected, files.IsDeck(folder[name], text));

        // On disk the verdict is the same.
        folder.With(name, text);
        Assert.Equal(expected ? [name] : [], Names(files.Find(["."], folder.Path)));
    }

    [Theory]
    [InlineData("Untitled-1", "---\ndeck: A\n---\n", true)]
    [InlineData("Untitled-1", "# A\n", false)]
    [InlineData("Untitled-1.txt", "---\ndeck: A\n---\n", false)]
    public void What_was_never_saved_is_a_deck_by_its_text(string name, string text, bool expected) =>
        Assert.Equal(expected, new DeckFiles(new ConfigLookup()).IsDeck(name, text));

    [Theory]
    [InlineData("notes/**/*.md", "notes/a/b.md", true)]
    [InlineData("notes/*.md", "notes/a/b.md", false)]
    [InlineData("*.txt", "cards.txt", true)]
    [InlineData("notes/", "notes/a/b.txt", true)]
    [InlineData("**/cards.md", "cards.md", true)]
    [InlineData("**/cards.md", "a/b/cards.md", true)]
    [InlineData("?.md", "a.md", false)]
    [InlineData("{a,b}.md", "a.md", false)]
    [InlineData("**/*.md", "a/b.quiz.md", false)]
    [InlineData("**/*", "a/wsgilsp.json", false)]
    public void Globs_of_the_nearest_config_make_decks(string glob, string name, bool expected)
    {
        using var folder = new TempFolder().With("wsgilsp.json", $$"""{ "decks": ["{{glob}}"] }""").With(name, "# T\n");
        var files = new DeckFiles(new ConfigLookup());

        Assert.Equal(expected, files.IsDeck(folder[name], ""));
        Assert.Equal(expected ? [name] : [], Names(files.Find(["."], folder.Path)));
    }

    [Fact]
    public void A_nearer_config_takes_the_place_of_one_further_up()
    {
        using var folder = new TempFolder()
            .With("wsgilsp.json", """{ "decks": ["**/*.md"] }""")
            .With("a.md", "")
            .With("sub/wsgilsp.json", "{}")
            .With("sub/b.md", "");

        Assert.Equal(["a.md"], Find(folder, "."));
    }

    [Fact]
    public void A_folder_is_walked_but_for_what_is_nobodys_deck()
    {
        using var folder = new TempFolder()
            .With(".git/HEAD", "")
            .With(".gitignore", "build/\n")
            .With("b.deck.md", "")
            .With("a/x.deck.md", "")
            .With("a-b.deck.md", "")
            .With(".hidden/x.deck.md", "")
            .With("node_modules/p/x.deck.md", "")
            .With("build/x.deck.md", "")
            .With("a/build/x.deck.md", "")
            .With("a/README.md", "# A\n");

        Assert.Equal(["a-b.deck.md", "a/x.deck.md", "b.deck.md"], Find(folder, "."));
        Assert.Equal(["a/x.deck.md"], Find(folder, "a"));
        Assert.Equal(["./a/x.deck.md"], Find(folder, "./a/"));
    }

    [Fact]
    public void A_named_file_is_always_a_deck_and_each_is_met_once()
    {
        using var folder = new TempFolder().With("README.md", "").With("sub/a.deck.md", "").With(".x/b.deck.md", "");

        Assert.Equal(
            ["README.md", "sub/a.deck.md", ".x/b.deck.md"],
            Find(folder, "README.md", "sub/a.deck.md", "sub", ".x", "./README.md")
        );
    }

    [Fact]
    public void Full_paths_stay_full()
    {
        using var folder = new TempFolder().With("a.deck.md", "");

        Assert.Equal([folder["a.deck.md"].Replace('\\', '/')], Find(folder, folder.Path));
    }

    [Fact]
    public void Linked_folders_end_no_walk()
    {
        using var folder = new TempFolder().With("sub/a.deck.md", "");
        Directory.CreateSymbolicLink(folder["sub/up"], folder.Path);
        Directory.CreateSymbolicLink(folder["sub/self"], folder["sub/self"]);
        File.CreateSymbolicLink(folder["linked.deck.md"], folder["sub/a.deck.md"]);
        File.CreateSymbolicLink(folder["circle.md"], folder["circle.md"]);
        File.CreateSymbolicLink(folder["nowhere.md"], folder["gone.md"]);

        var search = new DeckFiles(new ConfigLookup()).Find(["."], folder.Path);

        Assert.Equal(["linked.deck.md", "sub/a.deck.md"], Names(search));
        Assert.Empty(search.Problems);

        // A link that is named is followed.
        Assert.Contains("sub/up/linked.deck.md", Find(folder, "sub/up"));
    }

    [Fact]
    public void A_missing_path_is_a_problem_and_the_rest_is_found()
    {
        using var folder = new TempFolder().With("a.deck.md", "");

        var search = new DeckFiles(new ConfigLookup()).Find(["gone", "a.deck.md", ""], folder.Path);

        Assert.Equal(["a.deck.md"], Names(search));
        Assert.Equal(["gone", ""], search.Problems.Select(p => p.Path));
        Assert.Equal("there is no such file or folder", search.Problems[0].Message);
    }

    [Fact]
    public void What_may_not_be_read_is_a_problem()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("this user may read everything");
            return;
        }

        using var folder = new TempFolder().With("a/x.md", "").With("b/x.deck.md", "");
        File.SetUnixFileMode(folder["a/x.md"], UnixFileMode.None);
        File.SetUnixFileMode(folder["b"], UnixFileMode.None);
        try
        {
            var search = new DeckFiles(new ConfigLookup()).Find(["."], folder.Path);

            Assert.Equal(["b", "a/x.md"], search.Problems.Select(p => p.Path).OrderDescending());
            Assert.All(search.Problems, p => Assert.Equal("permission denied", p.Message));
        }
        finally
        {
            File.SetUnixFileMode(
                folder["b"],
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_read_all_the_same()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["a.deck.md"], [0xEF, 0xBB, 0xBF, (byte)'#', (byte)' ', 0xFF, (byte)'A']);

        Assert.Equal("# \uFFFDA", TextFile.Read(folder["a.deck.md"]));
    }

    private static string[] Find(TempFolder folder, params string[] paths) =>
        Names(new DeckFiles(new ConfigLookup()).Find(paths, folder.Path));

    private static string[] Names(DeckSearch search) => [.. search.Files.Select(f => f.Name)];
}
