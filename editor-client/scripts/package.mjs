// Makes a vsix: for one of VS Code's platforms, with the server inside, or for all of them, without.
// Usage: npm run package [-- --target <target>], where target is a platform (default: this machine's) or "universal".
import { execFileSync } from "node:child_process";
import { cpSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeNotices } from "./notices.mjs";
import { client, release, root } from "./project.mjs";
import { assertBuiltFor, assertCompiledAhead, publish, runtimes } from "./server.mjs";

const here = `${process.platform}-${process.arch}`;
const { values } = parseArgs({ options: { target: { type: "string", default: here } } });
const target = values.target;
const isUniversal = target === "universal";
if (!isUniversal && runtimes[target] === undefined) {
  throw new Error(
    `No target ${target}; there are ${Object.keys(runtimes).join(", ")} and universal`,
  );
}

/** What learners download; somewhat more than it is. */
const mostBytes = 15e6;

const server = join(client, "server");
const vsix = join(client, `wsgilsp-${isUniversal ? "" : `${target}-`}${release}.vsix`);

function run(program, ...args) {
  console.log(`> ${program} ${args.join(" ")}`);
  execFileSync(program, args, { cwd: client, stdio: "inherit" });
}

rmSync(server, { force: true, recursive: true });
run("npm", "run", "--silent", "build");
if (isUniversal) {
  // The schema of wsgilsp.json is the extension's own affair; the server is looked for on the PATH.
  cpSync(join(root, "docs", "wsgilsp.schema.json"), join(server, "docs", "wsgilsp.schema.json"));
} else {
  publish(runtimes[target], server);
  assertBuiltFor(target, server);
  if (target === here) {
    assertCompiledAhead(server);
  }
}
writeNotices(isUniversal ? undefined : runtimes[target]);
run(
  process.execPath,
  join(client, "node_modules", "@vscode", "vsce", "vsce"),
  "package",
  release,
  "--no-update-package-json",
  ...(isUniversal ? [] : [`--target=${target}`]),
  `--out=${vsix}`,
  "--no-dependencies",
  "--allow-missing-repository",
);
const { size } = statSync(vsix);
console.log(`${(size / 1e6).toFixed(1)} MB`);
if (size > mostBytes) {
  throw new Error(`${vsix} is over ${mostBytes / 1e6} MB`);
}
