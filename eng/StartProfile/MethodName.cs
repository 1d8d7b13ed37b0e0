using System.Reflection;

namespace StartProfile;

/// <summary>Names of methods, so that one process can tell another: the type, the token, and type arguments.</summary>
internal static class MethodName
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Func<RuntimeMethodHandle, MethodBase> Reflect = Reflector();

    /// <summary>The name of a method that is known by the runtime's handle.</summary>
    public static string Of(nint handle)
    {
        var method = Reflect(RuntimeMethodHandle.FromIntPtr(handle));
        var types = (Type[])
            [
                method.DeclaringType ?? method.Module.GetType("<Module>")!,
                .. method.IsGenericMethod ? method.GetGenericArguments() : [],
            ];
        return string.Join('\t', types.Select(type => type.AssemblyQualifiedName).Prepend($"{method.MetadataToken}"));
    }

    /// <summary>The method of a name.</summary>
    public static MethodBase Find(string name)
    {
        var parts = name.Split('\t');
        var types = parts.Skip(1).Select(part => Type.GetType(part, throwOnError: true)!).ToArray();
        var open = types[0].Module.ResolveMethod(int.Parse(parts[0], null))!;
        var method = MethodBase.GetMethodFromHandle(open.MethodHandle, types[0].TypeHandle)!;
        return types.Length > 1 ? ((MethodInfo)method).MakeGenericMethod(types[1..]) : method;
    }

    /// <summary>What the library does not offer: a method of its handle alone, though its type is generic.</summary>
    private static Func<RuntimeMethodHandle, MethodBase> Reflector()
    {
        var info = typeof(RuntimeMethodHandle).GetMethod("GetMethodInfo", Hidden)!;
        var method = typeof(object)
            .GetType()
            .GetMethods(Hidden)
            .Single(one => one.Name == "GetMethodBase" && one.GetParameters().Length == 1);
        return handle => (MethodBase)method.Invoke(null, [info.Invoke(handle, null)])!;
    }
}
