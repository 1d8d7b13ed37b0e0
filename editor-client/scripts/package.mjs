// Makes wsgilsp-<target>-<version>.vsix with the server inside.
// Usage: npm run package [-- --target <target>], where target is one of VS Code's platforms (default: this machine's).
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const runtimes = {
  "darwin-arm64": "osx-arm64",
  "darwin-x64": "osx-x64",
  "linux-arm64": "linux-arm64",
  "linux-x64": "linux-x64",
  "win32-arm64": "win-arm64",
  "win32-x64": "win-x64",
};

const { values } = parseArgs({
  options: { target: { type: "string", default: `${process.platform}-${process.arch}` } },
});
const target = values.target;
const runtime = runtimes[target];
if (runtime === undefined) {
  throw new Error(`No target ${target}; there are ${Object.keys(runtimes).join(", ")}`);
}

const client = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(client);
const serverFolder = join(client, "server");

function run(program, ...args) {
  console.log(`> ${program} ${args.join(" ")}`);
  execFileSync(program, args, { cwd: client, stdio: "inherit" });
}

function runTool(name, ...args) {
  run(process.execPath, join(client, "node_modules", name), ...args);
}

// The one place that knows the version; package.json carries a placeholder.
function version() {
  const properties = readFileSync(join(root, "Directory.Build.props"), "utf8");
  const found = /<Version>(.+)<\/Version>/.exec(properties);
  if (found === null) {
    throw new Error("Directory.Build.props holds no <Version>");
  }
  return found[1];
}

function publishServer() {
  rmSync(serverFolder, { force: true, recursive: true });
  run(
    "dotnet",
    "publish",
    join(root, "src", "WsgiLsp.Cli"),
    "--configuration=Release",
    `--runtime=${runtime}`,
    `--output=${serverFolder}`,
    // Apart from the ordinary build, whose restore knows no runtime.
    `--artifacts-path=${join(root, "artifacts", "package")}`,
    "--verbosity=quiet",
    "--nologo",
  );
}

const release = version();
publishServer();
run("npm", "run", "--silent", "build");
runTool(
  "@vscode/vsce/vsce",
  "package",
  release,
  "--no-update-package-json",
  `--target=${target}`,
  `--out=${join(client, `wsgilsp-${target}-${release}.vsix`)}`,
  "--no-dependencies",
  "--allow-missing-repository",
);
