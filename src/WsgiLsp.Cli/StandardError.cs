using Microsoft.Win32.SafeHandles;

namespace WsgiLsp.Cli;

/// <summary>Standard error of a program whose standard output must go on whether or not anybody reads its errors.</summary>
internal static class StandardError
{
    private static readonly SafeFileHandle Handle = new(2, ownsHandle: false);

    /// <summary>Opens it.</summary>
    /// <remarks>
    /// .NET's console streams of Unix write under one lock (<c>ConsolePal.Unix.cs</c>): while one waits for a full pipe, all
    /// do. A file keeps the console's stream, since a stream of its own would not append where others write as well.
    /// </remarks>
    public static Stream Open()
    {
        if (!OperatingSystem.IsWindows())
        {
            try
            {
                var stream = new FileStream(Handle, FileAccess.Write, bufferSize: 0);
                if (!stream.CanSeek)
                {
                    return stream;
                }

                stream.Dispose();
            }
            // It is closed, or what no stream is made of.
            catch (Exception exception)
                when (exception is IOException or ArgumentException or UnauthorizedAccessException) { }
        }

        return Console.OpenStandardError();
    }
}
