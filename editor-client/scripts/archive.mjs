// Makes an archive of the program in server/, which "npm run package" has published there: for a terminal and other editors.
// Usage: node scripts/archive.mjs --target <target>
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { client, release, root } from "./project.mjs";
import { assertBuiltFor } from "./server.mjs";

const { values } = parseArgs({ options: { target: { type: "string" } } });
const target = values.target ?? "";
const name = `wsgilsp-${target}-${release}`;
const server = join(client, "server");
assertBuiltFor(target, server);

const folder = mkdtempSync(join(tmpdir(), "wsgilsp-"));
try {
  cpSync(server, join(folder, name), { recursive: true });
  cpSync(join(root, "LICENSE"), join(folder, name, "LICENSE"));
  cpSync(join(client, "NOTICES.txt"), join(folder, name, "NOTICES.txt"));
  const file = join(client, target.startsWith("win32") ? `${name}.zip` : `${name}.tar.gz`);
  rmSync(file, { force: true });
  const [program, ...args] = file.endsWith(".zip")
    ? ["zip", "-q", "-r", file, name]
    : ["tar", "-czf", file, name];
  execFileSync(program, args, { cwd: folder, stdio: "inherit" });
  console.log(file);
} finally {
  rmSync(folder, { force: true, recursive: true });
}
