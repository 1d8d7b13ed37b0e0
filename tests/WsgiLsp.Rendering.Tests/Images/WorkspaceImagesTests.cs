using System.Text;
using WsgiLsp.Rendering.Images;

namespace WsgiLsp.Rendering.Tests.Images;

public class WorkspaceImagesTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1];

    private readonly Dictionary<string, ImageFile> files = [];

    [Theory]
    [InlineData("a.png", "/notes/decks/a.png")]
    [InlineData("./img/a%20b.png?raw=1#x", "/notes/decks/img/a b.png")]
    [InlineData("../a.png", "/notes/a.png")]
    [InlineData("/img/a.png", "/notes/img/a.png")]
    public void An_image_inside_the_workspace_is_shown(string source, string path)
    {
        files[path] = new ImageFile(path, Png);
        Assert.Equal("data:image/png;base64,iVBORw0KGgoB", AddressOf(source));
    }

    [Theory]
    [InlineData("../../a.png", "/a.png")]
    [InlineData("..%2F..%2Fa.png", "/a.png")]
    [InlineData("../../notes-old/a.png", "/notes-old/a.png")]
    [InlineData("https://example.org/a.png", "/notes/decks/a.png")]
    [InlineData("file:///notes/decks/a.png", "/notes/decks/a.png")]
    [InlineData("data:image/png;base64,AA==", "/notes/decks/a.png")]
    [InlineData("..\\a.png", "/notes/a.png")]
    [InlineData("", "/notes/decks")]
    [InlineData("a.png%00", "/notes/decks/a.png")]
    [InlineData("c%3A/a.png", "/notes/decks/c:/a.png")]
    [InlineData("none.png", "/notes/decks/a.png")]
    public void What_is_elsewhere_is_not(string source, string path)
    {
        files[path] = new ImageFile(path, Png);
        Assert.Null(AddressOf(source));
    }

    [Fact]
    public void A_link_to_a_file_outside_is_not_followed()
    {
        files["/notes/decks/a.png"] = new ImageFile("/home/secret.png", Png);
        Assert.Null(AddressOf("a.png"));
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_shown()
    {
        files["/notes/decks/a.png"] = new ImageFile("/notes/decks/a.png", new byte[WorkspaceImages.MostBytes + 1]);
        Png.CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsMemory(files["/notes/decks/a.png"].Content));
        Assert.Null(AddressOf("a.png"));
    }

    [Theory]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "image/jpeg")]
    [InlineData("GIF89a..", "image/gif")]
    [InlineData("RIFF....WEBPVP8", "image/webp")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")]
    [InlineData("<?xml version='1.0'?>\n<svg/>", "image/svg+xml")]
    [InlineData("<html><svg/></html>", null)]
    [InlineData("RIFF....WAVE", null)]
    [InlineData("text", null)]
    [InlineData("", null)]
    public void What_it_holds_says_what_it_is(string content, string? type)
    {
        files["/notes/decks/a.png"] = new ImageFile("/notes/decks/a.png", Encoding.Latin1.GetBytes(content));
        Assert.Equal(type, AddressOf("a.png")?.Split(';')[0]["data:".Length..]);
    }

    private string? AddressOf(string source) =>
        new WorkspaceImages("/notes", (path, _) => files.GetValueOrDefault(path)).AddressOf("/notes/decks", source);
}
