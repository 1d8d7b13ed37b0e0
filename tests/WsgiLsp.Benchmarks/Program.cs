using BenchmarkDotNet.Running;
using WsgiLsp.Benchmarks.Reviews;

// dotnet run -c Release --project tests/WsgiLsp.Benchmarks -- --filter '*'
try
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
finally
{
    LargeLog.Remove();
}
