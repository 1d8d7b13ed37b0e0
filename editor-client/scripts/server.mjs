import { execFileSync } from "node:child_process";
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { client, root } from "./project.mjs";

/** VS Code's platforms, and what .NET calls them. */
export const runtimes = {
  "darwin-arm64": "osx-arm64",
  "darwin-x64": "osx-x64",
  "linux-arm64": "linux-arm64",
  "linux-x64": "linux-x64",
  "win32-arm64": "win-arm64",
  "win32-x64": "win-x64",
};

/** How programs begin, and where they say which processor they are for (ELF, Mach-O and PE formats). */
const headers = {
  linux: { magic: [0x7f, 0x45, 0x4c, 0x46], at: () => 18, machines: { x64: 0x3e, arm64: 0xb7 } },
  darwin: {
    magic: [0xcf, 0xfa, 0xed, 0xfe],
    at: () => 4,
    machines: { x64: 0x0007, arm64: 0x000c },
  },
  win32: {
    magic: [0x4d, 0x5a],
    at: (head) => head.readUInt32LE(0x3c) + 4,
    machines: { x64: 0x8664, arm64: 0xaa64 },
  },
};

/** Publishes the program for a runtime: self-contained, trimmed, compiled ahead. */
export function publish(runtime, folder) {
  const args = [
    "publish",
    join(root, "src", "WsgiLsp.Cli"),
    "--configuration=Release",
    `--runtime=${runtime}`,
    `--output=${folder}`,
    // Apart from the ordinary build, whose restore knows no runtime.
    `--artifacts-path=${join(root, "artifacts", "package")}`,
    "--verbosity=quiet",
    "--nologo",
  ];
  console.log(`> dotnet ${args.join(" ")}`);
  execFileSync("dotnet", args, { cwd: client, stdio: "inherit" });
}

/** Complains where the program in a folder is for another system or processor. */
export function assertBuiltFor(target, folder) {
  const [system, processor] = target.split("-");
  const { magic, at, machines } = headers[system];
  const name = join(folder, system === "win32" ? "wsgilsp.exe" : "wsgilsp");
  const head = Buffer.alloc(1024);
  const file = openSync(name, "r");
  readSync(file, head);
  closeSync(file);
  const machine = head.readUInt16LE(at(head));
  if (!magic.every((byte, i) => head[i] === byte) || machine !== machines[processor]) {
    throw new Error(`${name} is no program for ${target}`);
  }
}
