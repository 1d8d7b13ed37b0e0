using WsgiLsp.Server.Capture;
using WsgiLsp.Server.Tests.Workspace;

namespace WsgiLsp.Server.Tests.Capture;

public sealed class GitCommitTests : IDisposable
{
    private const string Id = "0123456789abcdef0123456789abcdef01234567";
    private const string Other = "fedcba9876543210fedcba9876543210fedcba98";

    private readonly TempFolder folder = new();

    public GitCommitTests() => folder.With("src/app.py", "x\n");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_branch_has_a_file()
    {
        folder.With(".git/HEAD", "ref: refs/heads/main\n").With(".git/refs/heads/main", Id + "\n");

        Assert.Equal("src/app.py:3@0123456789ab", Described());
    }

    [Fact]
    public void A_detached_head_is_the_commit()
    {
        folder.With(".git/HEAD", Id + "\n");

        Assert.Equal("src/app.py:3@0123456789ab", Described());
    }

    [Fact]
    public void A_branch_may_be_packed_and_a_file_wins()
    {
        folder
            .With(".git/HEAD", "ref: refs/heads/main\n")
            .With(
                ".git/packed-refs",
                $"# pack-refs with: peeled\n{Other} refs/heads/other\n{Id} refs/heads/main\n^{Other}\n"
            );

        Assert.Equal("src/app.py:3@0123456789ab", Described());

        folder.With(".git/refs/heads/main", Other + "\n");
        Assert.Equal("src/app.py:3@fedcba987654", Described());
    }

    [Fact]
    public void A_linked_working_copy_shares_branches()
    {
        folder
            .With("copy/src/app.py", "x\n")
            .With("copy/.git", "gitdir: ../.git/worktrees/copy\n")
            .With(".git/worktrees/copy/HEAD", "ref: refs/heads/side\n")
            .With(".git/worktrees/copy/commondir", "../..\n")
            .With(".git/HEAD", Other + "\n")
            .With(".git/refs/heads/side", Id + "\n");

        Assert.Equal("src/app.py:3@0123456789ab", Described("copy/src/app.py"));
    }

    [Theory]
    [InlineData("ref: refs/heads/unborn")]
    [InlineData("ref: ../../src/app.py")]
    [InlineData("ref: HEAD")]
    [InlineData("garbage")]
    [InlineData("")]
    public void What_git_does_not_tell_is_left_out(string head)
    {
        folder.With(".git/HEAD", head + "\n");

        Assert.Equal("src/app.py:3", Described());
    }

    [Fact]
    public void A_broken_link_to_the_repository_is_left_out()
    {
        folder.With(".git", "gitdir: nowhere\n");

        Assert.Equal("src/app.py:3", Described());
    }

    private string Described(string file = "src/app.py") =>
        CaptureSource.Parse($"{file}:3", folder.Path)!.Describe(folder.Path);
}
