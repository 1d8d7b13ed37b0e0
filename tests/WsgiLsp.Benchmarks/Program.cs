using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using WsgiLsp.Benchmarks.Reviews;

// dotnet run -c Release --project tests/WsgiLsp.Benchmarks -- --filter '*'
// With --job Dry each runs only to see that it does.
try
{
    // In this process, whatever job is asked for: a project made for each would know nothing of ours.
    var here = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsMutator();
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(here));
}
finally
{
    LargeLog.Remove();
}
