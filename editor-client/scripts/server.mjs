import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
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

/** So many methods may be compiled while a deck is opened; with a new profile it is some dozens. */
const mostCompiled = 300;

/**
 * Complains where the program in a folder compiles much of itself when it starts and finds the first findings: the profile of
 * what is compiled ahead is older than the code. The program must be one for this machine.
 */
export function assertCompiledAhead(folder) {
  const deck = join(root, "decks", "wsgi-servers.deck.md");
  const textDocument = { uri: pathToFileURL(deck).href };
  const text = readFileSync(deck, "utf8");
  const messages = [
    {
      id: 1,
      method: "initialize",
      params: {
        processId: null,
        rootUri: null,
        capabilities: {
          textDocument: { diagnostic: {} },
          workspace: { diagnostics: { refreshSupport: true } },
        },
      },
    },
    { method: "initialized", params: {} },
    {
      method: "textDocument/didOpen",
      params: { textDocument: { ...textDocument, languageId: "markdown", version: 1, text } },
    },
    { id: 2, method: "textDocument/diagnostic", params: { textDocument } },
    { id: 3, method: "textDocument/codeLens", params: { textDocument } },
    { id: 4, method: "shutdown" },
    { method: "exit" },
  ].map((message) => JSON.stringify({ jsonrpc: "2.0", ...message }));
  const temporary = mkdtempSync(join(tmpdir(), "wsgilsp-"));
  const list = join(temporary, "compiled");
  try {
    execFileSync(join(folder, process.platform === "win32" ? "wsgilsp.exe" : "wsgilsp"), ["lsp"], {
      input: messages
        .map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
        .join(""),
      env: {
        ...process.env,
        WSGILSP_DATA: join(temporary, "data"),
        DOTNET_JitStdOutFile: list,
        DOTNET_JitDisasmSummary: "1",
      },
    });
    const count = readFileSync(list, "utf8").split("\n").length - 1;
    console.log(`${count} methods compiled while a deck was opened`);
    if (count > mostCompiled) {
      throw new Error("Make the profile anew: dotnet run --project eng/StartProfile");
    }
  } finally {
    rmSync(temporary, { force: true, recursive: true });
  }
}
