using YamlDotNet.RepresentationModel;

namespace WsgiLsp.Cli.Tests.Integrations;

/// <summary>YAML files of the repository.</summary>
internal static class YamlFile
{
    public static YamlMappingNode Read(string path) => (YamlMappingNode)Root(path);

    public static IEnumerable<YamlNode> ReadList(string path) => (YamlSequenceNode)Root(path);

    public static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static YamlNode Root(string path)
    {
        using var reader = new StreamReader(BuiltProgram.FindUpwards(path));
        var stream = new YamlStream();
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }
}
