using System.Runtime.Versioning;
using System.Text;

namespace WsgiLsp.Cli.Tests;

public class AtomicFileTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    public void Encoding_and_byte_order_mark_stay(string name, bool isMarked)
    {
        using var folder = new TempFolder();
        var encoding = Encoding.GetEncoding(name);
        byte[] mark = isMarked ? encoding.GetPreamble() : [];
        File.WriteAllBytes(folder["a.md"], [.. mark, .. encoding.GetBytes("é\r\n\U0001F9E0")]);

        var file = AtomicFile.Read(folder["a.md"]);
        file.Replace("ü\n" + file.Text);

        Assert.Equal("é\r\n\U0001F9E0", file.Text);
        Assert.Equal([.. mark, .. encoding.GetBytes("ü\né\r\n\U0001F9E0")], File.ReadAllBytes(folder["a.md"]));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Mode_bits_stay_and_a_link_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no mode bits.");
        using var folder = new TempFolder();
        folder.With("real/a.md", "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(folder["real/a.md"], Mode);
        File.CreateSymbolicLink(folder["one.md"], "real/a.md");
        File.CreateSymbolicLink(folder["two.md"], "one.md");

        AtomicFile.Read(folder["two.md"]).Replace("new");

        Assert.Equal("new", File.ReadAllText(folder["real/a.md"]));
        Assert.Equal(Mode, File.GetUnixFileMode(folder["real/a.md"]));
        Assert.Equal("one.md", new FileInfo(folder["two.md"]).LinkTarget);
        Assert.Equal([folder["real/a.md"]], Directory.GetFiles(folder["real"]));
    }

    [Fact]
    public void A_file_that_changed_meanwhile_is_left_alone()
    {
        using var folder = new TempFolder();
        folder.With("a.md", "old");
        var file = AtomicFile.Read(folder["a.md"]);
        folder.With("a.md", "other");

        var error = Assert.Throws<IOException>(() => file.Replace("new"));

        Assert.Contains("changed meanwhile", error.Message, StringComparison.Ordinal);
        Assert.Equal("other", File.ReadAllText(folder["a.md"]));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_not_lost()
    {
        using var folder = new TempFolder();
        byte[] latin = [(byte)'a', 0xE9, (byte)'\n'];
        File.WriteAllBytes(folder["a.md"], latin);
        var file = AtomicFile.Read(folder["a.md"]);

        Assert.Equal("a\uFFFD\n", file.Text);
        Assert.Throws<IOException>(() => file.Replace("a\n"));
        Assert.Equal(latin, File.ReadAllBytes(folder["a.md"]));
    }

    [Fact]
    public void Nothing_is_left_behind_when_the_folder_is_gone()
    {
        using var folder = new TempFolder();
        folder.With("sub/a.md", "old");
        var file = AtomicFile.Read(folder["sub/a.md"]);
        Directory.Delete(folder["sub"], recursive: true);

        Assert.ThrowsAny<IOException>(() => file.Replace("new"));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
