using System.Runtime.InteropServices;

namespace Compare.Pages;

/// <summary>The machine, without its name.</summary>
internal static class Machine
{
    public static string InWords
    {
        get
        {
            var model = File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
            var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
            return $"{Environment.ProcessorCount} cores ({model?.Split(':')[1].Trim() ?? "unknown"}), {memory} GiB of memory, Linux on {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}.";
        }
    }
}
