namespace WsgiLsp.Cli.Opening;

/// <summary>The ready settings of editors: the files of <c>editor-client/</c>, which this program carries.</summary>
internal static class ReadySettings
{
    /// <summary>A file's text.</summary>
    /// <param name="name">Its path below <c>editor-client/</c>, such as <c>helix/languages.toml</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static string Read(string name)
    {
        using var stream =
            typeof(ReadySettings).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
