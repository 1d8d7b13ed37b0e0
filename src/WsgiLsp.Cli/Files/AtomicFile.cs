namespace WsgiLsp.Cli.Files;

/// <summary>Replaces files as a whole: whoever reads, and whenever the power fails, there is the old text or the new one.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces what a file holds, unless somebody else changed it meanwhile.</summary>
    /// <param name="path">An existing file, or a link to one, which stays a link.</param>
    /// <param name="before">What it held when it was read.</param>
    /// <param name="after">What it is to hold.</param>
    /// <returns>False, with nothing written, if it holds something else by now.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static bool Replace(string path, ReadOnlySpan<byte> before, byte[] after)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        RefuseUnlessWritable(target);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}");
        try
        {
            Write(temporary, after, like: target);

            // The last moment: what is left of the race is the rename itself.
            var now = File.ReadAllBytes(target);
            if (!now.AsSpan().SequenceEqual(before))
            {
                // A second name of the file may have brought the same text already.
                return now.AsSpan().SequenceEqual(after);
            }

            File.Move(temporary, target, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>A rename needs no permission on the file that it replaces; the file's owner withheld it nevertheless.</summary>
    private static void RefuseUnlessWritable(string path)
    {
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException();
        }

        File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
    }

    private static void Write(string path, byte[] bytes, string like)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(like));
        }

        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }
}
