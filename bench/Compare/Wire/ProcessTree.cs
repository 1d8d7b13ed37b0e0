using System.Globalization;

namespace Compare.Wire;

/// <summary>A process and those that it started, as <c>/proc</c> tells.</summary>
internal sealed class ProcessTree(int root)
{
    /// <summary>The CPU time of all that live, in seconds.</summary>
    public double CpuSeconds => All().Sum(Native.CpuSeconds);

    /// <summary>The most memory that each had resident, added up, in MiB.</summary>
    public double PeakMemory => All().Sum(process => Status(process, "VmHWM:")) / 1024;

    /// <summary>The memory that is resident now, in MiB.</summary>
    public double Memory => All().Sum(process => Status(process, "VmRSS:")) / 1024;

    /// <summary>How many threads there are.</summary>
    public int Threads => All().Sum(process => Entries($"/proc/{process}/task").Count());

    /// <summary>How many files are open.</summary>
    public int Handles => All().Sum(process => Entries($"/proc/{process}/fd").Count());

    private List<int> All()
    {
        List<int> found = [root];
        for (var at = 0; at < found.Count; at++)
        {
            foreach (var task in Entries($"/proc/{found[at]}/task"))
            {
                var children = Read($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
                found.AddRange(children.Select(child => int.Parse(child, CultureInfo.InvariantCulture)));
            }
        }

        return found;
    }

    private static double Status(int process, string name)
    {
        var line = Read($"/proc/{process}/status")
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line[name.Length..^"kB".Length], CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Entries(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
