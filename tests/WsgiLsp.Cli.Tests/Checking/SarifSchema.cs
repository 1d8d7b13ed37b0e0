using System.Diagnostics;

namespace WsgiLsp.Cli.Tests.Checking;

/// <summary>
/// SARIF's own schema. It is not part of this repository: <c>.ci/run</c> gets it from npm (<c>@microsoft/jest-sarif</c>), with
/// the validator that reads it; where it is absent the test is skipped, and fails if <c>E2E_REQUIRE</c> is set.
/// </summary>
internal static class SarifSchema
{
    private const string Package = "@microsoft/jest-sarif";

    /// <summary>Takes the package's folder and a report's file as arguments; prints the mistakes, one a line.</summary>
    private const string Script = """
        const [folder, file] = process.argv.slice(1);
        const load = require("node:module").createRequire(folder + "/");
        const Ajv = load("ajv");
        const ajv = new Ajv({ schemaId: "auto", allErrors: true });
        ajv.addMetaSchema(load("ajv/lib/refs/json-schema-draft-04.json"));
        const validate = ajv.compile(load("./lib/schemas/sarif-2.1.0-rtm.5.json"));
        const report = JSON.parse(require("node:fs").readFileSync(file, "utf8"));
        const errors = validate(report) ? [] : validate.errors;
        errors.forEach(error => console.log(error.dataPath + " " + error.message));
        """;

    /// <summary>What the schema says against a report; empty if nothing.</summary>
    public static async Task<string> ValidateAsync(string report)
    {
        var root = Path.GetDirectoryName(BuiltProgram.FindUpwards("Directory.Packages.props"))!;
        var folder = Path.Combine(root, ".e2e", "sarif", "node_modules", Package);
        if (!Directory.Exists(folder))
        {
            const string Problem = $"SARIF's schema is not here: npm install --prefix .e2e/sarif {Package}";
            Assert.True(Environment.GetEnvironmentVariable("E2E_REQUIRE") != "1", Problem);
            Assert.Skip(Problem);
        }

        using var reports = new TempFolder();
        reports.With("report.sarif", report);
        var start = new ProcessStartInfo("node", ["-e", Script, folder, reports["report.sarif"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("", 0), (await error, node.ExitCode));
        return await output;
    }
}
