using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Tests;

/// <summary>Our types and methods against the official meta model, where it is at hand.</summary>
public class MetaModelTests
{
    private static readonly Type[] s_ownTypes =
    [
        typeof(Nothing),
        typeof(DocumentSymbolResult),
        typeof(DefinitionResult),
        typeof(SemanticTokensDeltaResult),
        typeof(CodeActionResult),
        typeof(CodeActionOptions),
        typeof(CompletionTextEdit),
        typeof(RenameOptions),
        typeof(ReferenceOptions),
        typeof(WorkspaceSymbolOptions),
        typeof(CompletionEditRange),
        typeof(DocumentDiagnosticReport),
        typeof(WorkspaceDocumentDiagnosticReport),
        typeof(WorkDoneProgress),
        // A union of two structures in the meta model, both of which it covers.
        typeof(TextDocumentContentChangeEvent),
    ];

    [Fact]
    public void Our_types_have_the_specifications_properties()
    {
        var structures = Load("structures").ToDictionary(structure => (string)structure["name"]!);
        var wrong = new List<string>();
        var types = OurTypes().ToList();
        Assert.True(types.Count > 60, $"Only {types.Count} types were found.");
        foreach (var (type, ours) in types)
        {
            var name = type.Name;
            if (!structures.TryGetValue(name, out var structure))
            {
                wrong.Add($"{name} is no structure");
                continue;
            }

            var known = Properties(structure, structures).ToDictionary(property => (string)property["name"]!);
            wrong.AddRange(
                ours.Where(ourName => !known.ContainsKey(ourName)).Select(ourName => $"{name}.{ourName} is unknown")
            );
            wrong.AddRange(
                known
                    .Values.Where(property =>
                        (bool?)property["optional"] != true && !ours.Contains((string)property["name"]!)
                    )
                    // The discriminator of progress values, which the serializer writes.
                    .Where(property => (string?)property["type"]!["kind"] != "stringLiteral")
                    .Select(property => $"{name}.{(string)property["name"]!} is missing")
            );
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Our_methods_have_the_specifications_names_and_kinds()
    {
        var requests = Load("requests").Select(request => (string)request["method"]!).ToHashSet();
        var notifications = Load("notifications").Select(notification => (string)notification["method"]!).ToHashSet();
        var methods = new[] { typeof(Methods) }
            .Concat(typeof(Methods).GetNestedTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.GetValue(null)!)
            .ToList();
        Assert.True(methods.Count > 30, $"Only {methods.Count} methods were found.");
        Assert.All(
            methods,
            method =>
            {
                var name = (string)method.GetType().GetProperty("Name")!.GetValue(method)!;
                if (method is HandshakeMethod)
                {
                    Assert.Contains(name, requests);
                    return;
                }

                var isRequest = method.GetType().GetGenericTypeDefinition() == typeof(RequestMethod<,>);
                Assert.Contains(name, isRequest ? requests : notifications);
                Assert.NotNull(
                    ((Delegate)method.GetType().GetProperty("ParamsInfo")!.GetValue(method)!).DynamicInvoke()
                );
            }
        );
    }

    [Fact]
    public void Our_enumerations_have_the_specifications_values()
    {
        var enumerations = Load("enumerations").ToDictionary(enumeration => (string)enumeration["name"]!);
        var ours = typeof(Position).Assembly.GetExportedTypes().Where(type => type.IsEnum).ToList();
        Assert.NotEmpty(ours);
        foreach (var type in ours)
        {
            var known = enumerations[type.Name]["values"]!
                .AsArray()
                .ToDictionary(
                    value => (string)value!["name"]!,
                    value => (int)value!["value"]!,
                    StringComparer.OrdinalIgnoreCase
                );
            Assert.All(Enum.GetNames(type), name => Assert.Equal(known[name], Convert.ToInt32(Enum.Parse(type, name))));
        }
    }

    private static IEnumerable<(Type Type, HashSet<string> Properties)> OurTypes() =>
        typeof(LspJsonContext)
            .GetProperties()
            .Where(property => property.PropertyType.IsSubclassOf(typeof(JsonTypeInfo)))
            .Select(property => (JsonTypeInfo)property.GetValue(LspJsonContext.Default)!)
            .Where(info => info.Type.Namespace == typeof(Position).Namespace && !info.Type.IsEnum)
            .Where(info => !s_ownTypes.Contains(info.Type))
            .Select(info => (info.Type, info.Properties.Select(property => property.Name).ToHashSet()))
            .Concat(ByHand(typeof(InitializeParams)).Concat(ByHand(typeof(InitializeResult))))
            .Where(one => !s_ownTypes.Contains(one.Type))
            .DistinctBy(one => one.Type);

    /// <summary>A type that the serializer does not know, and those of its members.</summary>
    private static IEnumerable<(Type Type, HashSet<string> Properties)> ByHand(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        return properties
            .Select(property => property.PropertyType)
            .Where(member => member.IsClass && member.Namespace == type.Namespace)
            .SelectMany(ByHand)
            .Prepend(
                (type, properties.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet())
            );
    }

    private static IEnumerable<JsonNode> Properties(JsonNode structure, Dictionary<string, JsonNode> structures)
    {
        // InitializeParams is put together from others, as are the structures that extend or mix in.
        var parents = new[] { "extends", "mixins" }
            .SelectMany(kind => structure[kind]?.AsArray() ?? [])
            .Select(parent => structures[(string)parent!["name"]!]);
        return structure["properties"]!
            .AsArray()
            .Concat(parents.SelectMany(parent => Properties(parent, structures)))
            .OfType<JsonNode>()
            .DistinctBy(property => (string)property["name"]!);
    }

    private static IEnumerable<JsonNode> Load(string section)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "lsp", "metaModel.json");
            if (File.Exists(file))
            {
                return JsonNode.Parse(File.ReadAllBytes(file))![section]!.AsArray().OfType<JsonNode>();
            }
        }

        Assert.Skip("shared/lsp/metaModel.json is not beside the repository.");
        return [];
    }
}
