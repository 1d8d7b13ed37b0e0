// The Markdown server of VS Code, with what VS Code does for it: its client reads files and parses Markdown, with markdown-it.
// Speaks the protocol on stdio, as any server. Asks for findings about links, which are off by themselves.
//
//   node vscode-markdown.mjs PATH-OF-workerMain.js
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const program = process.argv[2];
const markdown = createRequire(program)("markdown-it")({ html: true });
const server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
const settings = {
  markdown: {
    server: { log: "off" },
    suggest: { paths: { enabled: true } },
    preferredMdPathExtensionStyle: "auto",
    occurrencesHighlight: { enabled: true },
    validate: {
      enabled: true,
      ignoredLinks: [],
      referenceLinks: { enabled: "warning" },
      fragmentLinks: { enabled: "warning" },
      fileLinks: { enabled: "warning", markdownFragmentLinks: "inherit" },
      unusedLinkDefinitions: { enabled: "hint" },
      duplicateLinkDefinitions: { enabled: "warning" },
    },
  },
};
let folder = process.cwd();

/** Calls back with each whole message, its header and its body. */
function frames(stream, handle) {
  let buffer = Buffer.alloc(0);
  stream.on("data", (data) => {
    buffer = buffer.length ? Buffer.concat([buffer, data]) : data;
    for (;;) {
      const end = buffer.indexOf("\r\n\r\n");
      const length = end < 0 ? 0 : Number(/content-length: *(\d+)/i.exec(buffer.subarray(0, end).toString())[1]);
      if (end < 0 || buffer.length < end + 4 + length) {
        return;
      }
      const body = buffer.subarray(end + 4, end + 4 + length);
      buffer = buffer.subarray(end + 4 + length);
      handle(body);
    }
  });
}

function send(stream, body) {
  stream.write(`Content-Length: ${body.length}\r\n\r\n`);
  stream.write(body);
}

const write = (stream, message) => send(stream, Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message })));

frames(process.stdin, (body) => {
  const head = body.subarray(0, 200).toString();
  if (head.includes('"method":"initialize"')) {
    const message = JSON.parse(body.toString());
    message.params.initializationOptions = { markdownFileExtensions: ["md"] };
    folder = fileURLToPath(message.params.rootUri);
    write(server.stdin, message);
    return;
  }
  send(server.stdin, body);
  if (head.includes('"method":"initialized"')) {
    write(server.stdin, { method: "workspace/didChangeConfiguration", params: { settings } });
  }
});
process.stdin.on("end", () => server.stdin.end());

frames(server.stdout, (body) => {
  if (!body.subarray(0, 200).includes('"method":"markdown/')) {
    send(process.stdout, body);
    return;
  }
  const { id, method, params } = JSON.parse(body.toString());
  if (id !== undefined) {
    write(server.stdin, { id, result: serve(method, params) });
  }
});
server.on("exit", (code) => process.exit(code ?? 1));

/** What the client does in VS Code. */
function serve(method, params) {
  switch (method) {
    case "markdown/parse":
      return markdown.parse(params.text ?? readFileSync(fileURLToPath(params.uri), "utf8"), {});
    case "markdown/fs/readFile":
      return [...readFileSync(fileURLToPath(params.uri))];
    case "markdown/fs/readDirectory":
      return readdirSync(fileURLToPath(params.uri)).map((name) => [name, { isDirectory: false }]);
    case "markdown/fs/stat": {
      const found = statSync(fileURLToPath(params.uri), { throwIfNoEntry: false });
      return found ? { isDirectory: found.isDirectory() } : null;
    }
    case "markdown/findMarkdownFilesInWorkspace":
      return readdirSync(folder)
        .filter((name) => name.endsWith(".md"))
        .map((name) => pathToFileURL(join(folder, name)).href);
    default:
      return null;
  }
}
