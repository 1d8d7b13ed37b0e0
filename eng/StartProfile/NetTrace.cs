using System.Text;

namespace StartProfile;

/// <summary>Reads the trace that the runtime writes, in the format "nettrace", version 4: blocks of events.</summary>
internal sealed class NetTrace
{
    /// <summary>The event of the runtime that tells of a method that was compiled.</summary>
    private const int MethodLoadVerbose = 143;

    /// <summary>In its flags: the method has no metadata.</summary>
    private const int Dynamic = 1;

    private readonly byte[] trace;
    private readonly HashSet<int> definitions = [];
    private readonly HashSet<nint> methods = [];
    private int at;

    private NetTrace(byte[] trace)
    {
        this.trace = trace;
        at = "Nettrace".Length;
        var length = Int32();
        at += length;
    }

    /// <summary>Handles of the methods that were compiled, each once.</summary>
    /// <param name="trace">The trace; its last block may be incomplete.</param>
    public static IReadOnlySet<nint> CompiledMethods(byte[] trace)
    {
        NetTrace reader = new(trace);
        while (reader.ReadObject()) { }

        return reader.methods;
    }

    private bool ReadObject()
    {
        const byte begin = 5;
        if (at == trace.Length || trace[at] != begin)
        {
            return false;
        }

        // Two more tags and two versions are before its type's name, one tag behind that.
        at += 3 + 2 * sizeof(int);
        var length = Int32();
        var type = Encoding.UTF8.GetString(trace, at, length);
        at += length + 1;
        var size = type == "Trace" ? 48 : Int32();
        at = type == "Trace" ? at : (at + 3) & ~3;
        var end = at + size;
        if (end >= trace.Length)
        {
            return false;
        }

        if (type is "MetadataBlock" or "EventBlock")
        {
            ReadEvents(end, type == "EventBlock" ? ReadEvent : ReadDefinition);
        }

        at = end + 1;
        return true;
    }

    private void ReadEvents(int end, Action<int> read)
    {
        at += BitConverter.ToInt16(trace, at);
        var definition = 0;
        var size = 0;
        // A head has only what differs from the one before; its first byte says what.
        while (at < end)
        {
            var head = trace[at++];
            definition = Has(1) ? Number() & int.MaxValue : definition;
            Skip(numbers: (Has(2) ? 3 : 0) + (Has(4) ? 1 : 0) + (Has(8) ? 1 : 0) + 1);
            at += (Has(16) ? 16 : 0) + (Has(32) ? 16 : 0);
            size = Has(128) ? Number() : size;
            var next = at + size;
            read(definition);
            at = next;

            bool Has(int flag) => (head & flag) != 0;
        }

        void Skip(int numbers)
        {
            for (; numbers > 0; numbers--)
            {
                Number();
            }
        }
    }

    private void ReadDefinition(int _)
    {
        var definition = Int32();
        var provider = "";
        for (; BitConverter.ToChar(trace, at) is not '\0' and var letter; at += sizeof(char))
        {
            provider += letter;
        }

        at += sizeof(char);
        if (provider == "Microsoft-Windows-DotNETRuntime" && Int32() == MethodLoadVerbose)
        {
            definitions.Add(definition);
        }
    }

    private void ReadEvent(int definition)
    {
        if (!definitions.Contains(definition))
        {
            return;
        }

        var method = (nint)BitConverter.ToInt64(trace, at);
        // The module, where its code begins, the code's size and the token are between.
        at += 3 * sizeof(long) + 2 * sizeof(int);
        if ((Int32() & Dynamic) == 0)
        {
            methods.Add(method);
        }
    }

    private int Int32()
    {
        at += sizeof(int);
        return BitConverter.ToInt32(trace, at - sizeof(int));
    }

    /// <summary>Seven bits a byte, the least first. What does not fit is of no interest here.</summary>
    private int Number()
    {
        var number = 0;
        var shift = 0;
        byte part;
        do
        {
            part = trace[at++];
            number |= shift < 32 ? (part & 0x7f) << shift : 0;
            shift += 7;
        } while (part >= 0x80);
        return number;
    }
}
