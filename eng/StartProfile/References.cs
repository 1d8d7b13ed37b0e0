using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace StartProfile;

/// <summary>References of an assembly to types and methods of others, by name.</summary>
internal sealed class References(MetadataBuilder metadata)
{
    /// <summary>What stands for all classes in code that they share; the compiler looks for it in an assembly of its own.</summary>
    private const string SharedType = "System.__Canon";

    private static readonly Dictionary<Type, SignatureTypeCode> BuiltIn = new()
    {
        [typeof(void)] = SignatureTypeCode.Void,
        [typeof(bool)] = SignatureTypeCode.Boolean,
        [typeof(char)] = SignatureTypeCode.Char,
        [typeof(sbyte)] = SignatureTypeCode.SByte,
        [typeof(byte)] = SignatureTypeCode.Byte,
        [typeof(short)] = SignatureTypeCode.Int16,
        [typeof(ushort)] = SignatureTypeCode.UInt16,
        [typeof(int)] = SignatureTypeCode.Int32,
        [typeof(uint)] = SignatureTypeCode.UInt32,
        [typeof(long)] = SignatureTypeCode.Int64,
        [typeof(ulong)] = SignatureTypeCode.UInt64,
        [typeof(float)] = SignatureTypeCode.Single,
        [typeof(double)] = SignatureTypeCode.Double,
        [typeof(string)] = SignatureTypeCode.String,
        [typeof(nint)] = SignatureTypeCode.IntPtr,
        [typeof(nuint)] = SignatureTypeCode.UIntPtr,
        [typeof(object)] = SignatureTypeCode.Object,
        [typeof(TypedReference)] = SignatureTypeCode.TypedReference,
    };

    private readonly Dictionary<string, AssemblyReferenceHandle> assemblies = [];
    private readonly Dictionary<Type, EntityHandle> types = [];

    /// <summary>A method, of its type and with the type arguments that it has.</summary>
    /// <exception cref="NotSupportedException">A type is a pointer to a function, which is too rare to be worth the code.</exception>
    public EntityHandle Method(MethodBase method)
    {
        // A signature is that of the definition, in terms of type parameters.
        var definition = method.Module.ResolveMethod(method.MetadataToken)!;
        var parameters = definition.GetParameters();
        BlobBuilder signature = new();
        new BlobEncoder(signature)
            .MethodSignature(
                SignatureCallingConvention.Default,
                definition.IsGenericMethodDefinition ? definition.GetGenericArguments().Length : 0,
                isInstanceMethod: !definition.IsStatic
            )
            .Parameters(parameters.Length, out _, out _);
        if (definition is MethodInfo { ReturnParameter: var result })
        {
            Write(signature, result);
        }
        else
        {
            Write(signature, typeof(void));
        }

        foreach (var parameter in parameters)
        {
            Write(signature, parameter);
        }

        var reference = metadata.AddMemberReference(
            Type(method.DeclaringType!),
            metadata.GetOrAddString(method.Name),
            metadata.GetOrAddBlob(signature)
        );
        return method.IsGenericMethod ? Instance(reference, method.GetGenericArguments()) : reference;
    }

    private MethodSpecificationHandle Instance(MemberReferenceHandle method, Type[] arguments)
    {
        BlobBuilder instance = new();
        new BlobEncoder(instance).MethodSpecificationSignature(arguments.Length);
        foreach (var argument in arguments)
        {
            Write(instance, argument);
        }

        return metadata.AddMethodSpecification(method, metadata.GetOrAddBlob(instance));
    }

    private EntityHandle Type(Type type)
    {
        if (!types.TryGetValue(type, out var handle))
        {
            types[type] = handle = type.IsConstructedGenericType || type.HasElementType ? Made(type) : Named(type);
        }

        return handle;
    }

    private TypeSpecificationHandle Made(Type type)
    {
        BlobBuilder blob = new();
        Write(blob, type);
        return metadata.AddTypeSpecification(metadata.GetOrAddBlob(blob));
    }

    private TypeReferenceHandle Named(Type type) =>
        metadata.AddTypeReference(
            type.DeclaringType is { } outer
                ? Type(outer)
                : Assembly(type.FullName == SharedType ? "System.Private.Canon" : type.Assembly.GetName().Name!),
            type.IsNested ? default : metadata.GetOrAddString(type.Namespace ?? ""),
            metadata.GetOrAddString(type.Name)
        );

    private AssemblyReferenceHandle Assembly(string name)
    {
        if (!assemblies.TryGetValue(name, out var handle))
        {
            assemblies[name] = handle = metadata.AddAssemblyReference(
                metadata.GetOrAddString(name),
                new(0, 0, 0, 0),
                default,
                default,
                default,
                default
            );
        }

        return handle;
    }

    private void Write(BlobBuilder blob, ParameterInfo parameter)
    {
        WriteModifiers(SignatureTypeCode.RequiredModifier, parameter.GetRequiredCustomModifiers());
        WriteModifiers(SignatureTypeCode.OptionalModifier, parameter.GetOptionalCustomModifiers());
        Write(blob, parameter.ParameterType);

        void WriteModifiers(SignatureTypeCode code, Type[] modifiers)
        {
            foreach (var modifier in modifiers)
            {
                Write(blob, code);
                blob.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(Type(modifier)));
            }
        }
    }

    private void Write(BlobBuilder blob, Type type)
    {
        if (BuiltIn.TryGetValue(type, out var code))
        {
            Write(blob, code);
        }
        else if (type.IsGenericParameter)
        {
            Write(
                blob,
                type.IsGenericTypeParameter
                    ? SignatureTypeCode.GenericTypeParameter
                    : SignatureTypeCode.GenericMethodParameter
            );
            blob.WriteCompressedInteger(type.GenericParameterPosition);
        }
        else if (type.GetElementType() is { } element)
        {
            Write(
                blob,
                type.IsByRef ? SignatureTypeCode.ByReference
                    : type.IsPointer ? SignatureTypeCode.Pointer
                    : type.IsSZArray ? SignatureTypeCode.SZArray
                    : SignatureTypeCode.Array
            );
            Write(blob, element);
            if (type.IsVariableBoundArray)
            {
                blob.WriteCompressedInteger(type.GetArrayRank());
                // No sizes and no lower bounds.
                blob.WriteCompressedInteger(0);
                blob.WriteCompressedInteger(0);
            }
        }
        else if (type.IsFunctionPointer)
        {
            throw new NotSupportedException($"{type} is a pointer to a function");
        }
        else if (type.IsGenericType)
        {
            var arguments = type.GetGenericArguments();
            Write(blob, SignatureTypeCode.GenericTypeInstance);
            WriteNamed(blob, type.GetGenericTypeDefinition());
            blob.WriteCompressedInteger(arguments.Length);
            foreach (var argument in arguments)
            {
                Write(blob, argument);
            }
        }
        else
        {
            WriteNamed(blob, type);
        }
    }

    private void WriteNamed(BlobBuilder blob, Type type)
    {
        blob.WriteByte((byte)(type.IsValueType ? SignatureTypeKind.ValueType : SignatureTypeKind.Class));
        blob.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(Type(type)));
    }

    private static void Write(BlobBuilder blob, SignatureTypeCode code) => blob.WriteByte((byte)code);
}
