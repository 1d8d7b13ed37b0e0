using System.Runtime.InteropServices;

namespace Compare.Wire;

/// <summary>What the library has no call for, or none without further threads. Linux only.</summary>
internal static class Native
{
    public const short In = 1;
    public const short Out = 4;
    public const int TryAgain = 11;

    private const int GetFlags = 3;
    private const int SetFlags = 4;
    private const int NonBlocking = 0x800;

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static extern int Poll([In, Out] Watched[] files, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "read", SetLastError = true)]
    public static extern nint Read(int file, ref byte into, nint length);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    public static extern nint Write(int file, ref byte from, nint length);

    /// <summary>The CPU time of a process in seconds, to the nanosecond; 0 where it is gone.</summary>
    public static double CpuSeconds(int process) =>
        ClockTime((~process << 3) | 2, out var time) == 0 ? time.Seconds + (time.Nanoseconds / 1e9) : 0;

    /// <summary>Has writes return rather than wait.</summary>
    public static void MakeNonBlocking(int file) =>
        _ = FileControl(file, SetFlags, FileControl(file, GetFlags, 0) | NonBlocking);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockTime(int clock, out Time time);

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int FileControl(int file, int command, int argument);

    [StructLayout(LayoutKind.Sequential)]
    public struct Watched
    {
        public int File;
        public short Wanted;
        public short Seen;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
