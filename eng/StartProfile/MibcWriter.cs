using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace StartProfile;

/// <summary>
/// Writes methods as a profile that crossgen2 reads: an assembly with a method for each assembly that has some of them, whose
/// code loads their tokens, and with a method "AssemblyDictionary", whose code loads the names of these assemblies and the
/// tokens of those methods. No code of it ever runs. It may be zipped.
/// </summary>
internal sealed class MibcWriter
{
    private const string Name = "start.mibc";

    private readonly MetadataBuilder metadata = new();
    private readonly References references;
    private readonly MethodBodyStreamEncoder bodies = new(new BlobBuilder());
    private readonly SortedDictionary<string, InstructionEncoder> assemblies = new(StringComparer.Ordinal);

    public MibcWriter()
    {
        references = new(metadata);
    }

    /// <summary>Adds a method, unless nothing can refer to it.</summary>
    public void Add(MethodBase method)
    {
        EntityHandle handle;
        try
        {
            handle = references.Method(method);
        }
        catch (NotSupportedException)
        {
            return;
        }

        var assembly = method.Module.Assembly.GetName().Name!;
        if (!assemblies.TryGetValue(assembly, out var code))
        {
            assemblies[assembly] = code = new(new BlobBuilder());
        }

        Load(code, handle);
    }

    /// <summary>Writes the file, replacing what is there.</summary>
    public void Write(string path)
    {
        metadata.AddModule(0, metadata.GetOrAddString(Name), metadata.GetOrAddGuid(Guid.Empty), default, default);
        metadata.AddAssembly(metadata.GetOrAddString(Name), new(0, 0), default, default, default, default);
        metadata.AddTypeDefinition(
            default,
            default,
            metadata.GetOrAddString("<Module>"),
            default,
            MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1)
        );
        InstructionEncoder dictionary = new(new BlobBuilder());
        foreach (var (assembly, code) in assemblies)
        {
            dictionary.LoadString(metadata.GetOrAddUserString(assembly + ";"));
            Load(dictionary, Define(assembly, code));
        }

        Define("AssemblyDictionary", dictionary);
        BlobBuilder image = new();
        new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(),
            new(metadata),
            bodies.Builder,
            deterministicIdProvider: _ => default
        ).Serialize(image);

        using ZipArchive archive = new(File.Create(path), ZipArchiveMode.Create);
        var entry = archive.CreateEntry(Name + ".dll", CompressionLevel.SmallestSize);
        // The same methods, the same file.
        entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        image.WriteContentTo(stream);
    }

    private static void Load(InstructionEncoder code, EntityHandle token)
    {
        code.OpCode(ILOpCode.Ldtoken);
        code.Token(token);
        code.OpCode(ILOpCode.Pop);
    }

    private MethodDefinitionHandle Define(string name, InstructionEncoder code)
    {
        BlobBuilder signature = new();
        new BlobEncoder(signature).MethodSignature().Parameters(0, result => result.Void(), _ => { });
        code.OpCode(ILOpCode.Ret);
        return metadata.AddMethodDefinition(
            MethodAttributes.Public | MethodAttributes.Static,
            MethodImplAttributes.IL,
            metadata.GetOrAddString(name),
            metadata.GetOrAddBlob(signature),
            bodies.AddMethodBody(code),
            MetadataTokens.ParameterHandle(1)
        );
    }
}
