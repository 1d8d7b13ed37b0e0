namespace WsgiLsp.Server.Workspace;

/// <summary>Writes files as a whole: whoever reads, and whenever the power fails, there is the old text or the new one.</summary>
public static class AtomicFile
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
        var target = TargetOf(path);
        RefuseUnlessWritable(target);
        var temporary = NameBeside(target);
        try
        {
            WriteNew(temporary, ModeOf(target), stream => stream.Write(after));

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

    /// <summary>Makes a file that is not there.</summary>
    /// <param name="path">Where.</param>
    /// <param name="text">What it is to hold.</param>
    /// <returns>False, with nothing written, if it is there by now.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static bool Create(string path, byte[] text)
    {
        var temporary = NameBeside(path);
        try
        {
            WriteNew(temporary, mode: null, stream => stream.Write(text));
            File.Move(temporary, path);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Writes a file of its owner's own, whether it is there already or not.</summary>
    /// <param name="path">A file, or a link to one, which stays a link. Who may read a file that is there still may.</param>
    /// <param name="write">Writes what it is to hold.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WritePrivate(string path, Action<Stream> write)
    {
        var isThere = File.Exists(path);
        var target = isThere ? TargetOf(path) : path;
        var temporary = NameBeside(target);
        try
        {
            WriteNew(temporary, isThere ? ModeOf(target) : UnixFileMode.UserRead | UnixFileMode.UserWrite, write);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string TargetOf(string path) =>
        File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    // A rename is atomic within one folder only.
    private static string NameBeside(string path) =>
        Path.Join(Path.GetDirectoryName(path), $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");

    private static UnixFileMode? ModeOf(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);

    /// <summary>A rename needs no permission on the file that it replaces; the file's owner withheld it nevertheless.</summary>
    private static void RefuseUnlessWritable(string path)
    {
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException();
        }

        File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
    }

    /// <param name="path">A file that is not there.</param>
    /// <param name="mode">Who may do what with it; null where the system decides.</param>
    /// <param name="write">Writes what it is to hold.</param>
    private static void WriteNew(string path, UnixFileMode? mode, Action<Stream> write)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            // From the first moment on no more than that.
            options.UnixCreateMode = mode;
        }

        using var stream = new FileStream(path, options);
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            // And no less: the process's mask takes bits away at creation.
            File.SetUnixFileMode(stream.SafeFileHandle, mode.Value);
        }

        write(stream);
        stream.Flush(flushToDisk: true);
    }
}
