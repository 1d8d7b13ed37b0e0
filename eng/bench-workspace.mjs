// A workspace of many decks before one or several language servers: how long until it is read, how much memory that takes,
// and what searches, references and renames cost. Runs under Node; needs nothing but the servers.
//
//   node eng/bench-workspace.mjs [--decks 2000] [--cards 50] [--panel 1] [--peer FOLDER] NAME=COMMAND...
//
//   dotnet build src/WsgiLsp.Cli -c Release -o artifacts/bench
//   npm install --prefix artifacts/peer vscode-markdown-languageserver@0.5.0-alpha.12 markdown-it
//   node eng/bench-workspace.mjs --peer artifacts/peer "wsgilsp=dotnet artifacts/bench/wsgilsp.dll lsp"
//
// --panel 1 is a client with study panels, which is told what is due: how long that takes, and what memory it keeps.
// --peer also runs the Markdown server of VS Code, which has its client read files and parse Markdown; this client uses
// markdown-it for that, as VS Code does. Compare the servers' figures with each other, not with those of another machine.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const options = { decks: 2000, cards: 50, panel: 0, peer: "" };
const servers = [];
for (let i = 2; i < process.argv.length; i++) {
  const argument = process.argv[i];
  if (argument.startsWith("--")) {
    const value = process.argv[++i];
    options[argument.slice(2)] = argument === "--peer" ? value : Number(value);
  } else {
    const [name, ...command] = argument.split("=");
    servers.push({ name, command: command.join("=").split(" ") });
  }
}

if (options.peer) {
  servers.push({
    name: "vscode-markdown",
    command: [process.execPath, join(options.peer, "node_modules/vscode-markdown-languageserver/dist/node/workerMain.js"), "--stdio"],
    markdown: createRequire(join(options.peer, "node_modules/"))("markdown-it")({ html: true }),
  });
}

const words = "worker process thread request socket header graph queue cache index lock page frame token".split(" ");

/** The same decks for the same numbers: each card has a tag, every tenth a link to the first deck. */
function write(folder) {
  for (let d = 0; d < options.decks; d++) {
    let text = `# Deck ${d}\n`;
    for (let c = 0; c < options.cards; c++) {
      const about = words[(d * 7 + c * 3) % words.length];
      text += `\n## What is ${about} ${d}-${c}?\n<!-- card: tags=${c % 10 === 0 ? "web" : about} -->\n\n`;
      text += `A ${about} of deck ${d}, number ${c}, which does what it should.`;
      text += c % 10 === 0 ? ` See [the first](d0.deck.md#what-is-worker-0-0).\n` : "\n";
    }
    writeFileSync(join(folder, `d${d}.deck.md`), text);
  }
}

class Client {
  constructor({ command, markdown }, folder) {
    this.markdown = markdown;
    this.folder = folder;
    this.pending = new Map();
    this.last = 0;
    this.buffer = Buffer.alloc(0);
    this.process = spawn(command[0], command.slice(1), {
      stdio: ["pipe", "pipe", "ignore"],
      env: { ...process.env, WSGILSP_DATA: join(folder, ".data") },
    });
    this.process.stdout.on("data", (data) => this.read(data));
  }

  read(data) {
    this.buffer = this.buffer.length ? Buffer.concat([this.buffer, data]) : data;
    for (;;) {
      const end = this.buffer.indexOf("\r\n\r\n");
      const length = end < 0 ? 0 : Number(/content-length: *(\d+)/i.exec(this.buffer.subarray(0, end).toString())[1]);
      if (end < 0 || this.buffer.length < end + 4 + length) {
        return;
      }
      const message = JSON.parse(this.buffer.subarray(end + 4, end + 4 + length).toString());
      this.buffer = this.buffer.subarray(end + 4 + length);
      if (message.method === undefined) {
        this.pending.get(message.id)(message);
        this.pending.delete(message.id);
      } else if (message.method === "wsgilsp/due") {
        this.due = message.params;
      } else if (message.id !== undefined) {
        this.send({ id: message.id, result: this.serve(message.method, message.params) });
      }
    }
  }

  /** What VS Code does for its Markdown server. */
  serve(method, params) {
    switch (method) {
      case "markdown/parse":
        return this.markdown.parse(params.text ?? readFileSync(fileURLToPath(params.uri), "utf8"), {});
      case "markdown/fs/readFile":
        return [...readFileSync(fileURLToPath(params.uri))];
      case "markdown/fs/readDirectory":
        return readdirSync(fileURLToPath(params.uri)).map((name) => [name, { isDirectory: false }]);
      case "markdown/fs/stat": {
        const found = statSync(fileURLToPath(params.uri), { throwIfNoEntry: false });
        return found ? { isDirectory: found.isDirectory() } : null;
      }
      case "markdown/findMarkdownFilesInWorkspace":
        return readdirSync(this.folder)
          .filter((name) => name.endsWith(".md"))
          .map((name) => pathToFileURL(join(this.folder, name)).href);
      default:
        return null;
    }
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  notify(method, params) {
    this.send({ method, params });
  }

  async ask(method, params) {
    const id = ++this.last;
    const answer = await new Promise((resolve) => {
      this.pending.set(id, resolve);
      this.send({ id, method, params });
    });
    if (answer.error) {
      throw new Error(`${method}: ${answer.error.message}`);
    }
    return answer.result;
  }

  get memory() {
    const status = readFileSync(`/proc/${this.process.pid}/status`, "utf8");
    const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024);
    return { now: of("VmRSS"), most: of("VmHWM") };
  }
}

const since = (start) => performance.now() - start;
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

async function timed(work, times = 5) {
  const taken = [];
  let result;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    result = await work(i);
    taken.push(since(start));
  }
  return { ms: median(taken), result };
}

async function run(server, folder) {
  const client = new Client(server, folder);
  const row = { server: server.name };
  const start = performance.now();
  const root = pathToFileURL(folder).href;
  const initialized = await client.ask("initialize", {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "decks" }],
    initializationOptions: { markdownFileExtensions: ["md"], panel: options.panel === 1 },
    capabilities: {
      workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
      textDocument: { diagnostic: {}, rename: { prepareSupport: true } },
    },
  });
  client.notify("initialized", {});
  const uri = pathToFileURL(join(folder, "d0.deck.md")).href;
  const text = readFileSync(join(folder, "d0.deck.md"), "utf8");
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });

  // Read is what can be found: the last deck's last card.
  const last = `${options.decks - 1}-${options.cards - 1}?`;
  for (;;) {
    const found = await client.ask("workspace/symbol", { query: last });
    if (found.some((symbol) => symbol.name.endsWith(last))) {
      break;
    }
  }
  row["read all, ms"] = since(start);
  if (options.panel) {
    while (!client.due?.new) {
      await client.ask("workspace/symbol", { query: last });
    }
    row["due told, ms"] = since(start);
  }
  row["memory, MiB"] = client.memory.now;

  const queries = ["worker", "graph 19", "qu", "what is cache", "zzz"];
  row["symbol, ms"] = (await timed((i) => client.ask("workspace/symbol", { query: queries[i] }))).ms;
  const heading = { textDocument: { uri }, position: { line: 2, character: 6 } };
  const references = await timed(() =>
    client.ask("textDocument/references", { ...heading, context: { includeDeclaration: true } }),
  );
  row["references, ms"] = references.ms;
  row["places"] = references.result.length;
  const files = (edit) => new Set((edit.documentChanges ?? []).map((change) => change.textDocument.uri)).size || Object.keys(edit.changes ?? {}).length;
  const renamed = await timed(() => client.ask("textDocument/rename", { ...heading, newName: "What is it?" }), 3);
  row["rename heading, ms"] = renamed.ms;
  row["files"] = files(renamed.result);
  if (initialized.capabilities.diagnosticProvider?.workspaceDiagnostics) {
    const tag = { textDocument: { uri }, position: { line: 3, character: 18 } };
    const tagged = await timed(() => client.ask("textDocument/rename", { ...tag, newName: "net" }), 3);
    row["rename tag, ms"] = tagged.ms;
    row["its files"] = files(tagged.result);
    const first = performance.now();
    const report = await client.ask("workspace/diagnostic", { previousResultIds: [] });
    row["check all, ms"] = since(first);
    const before = report.items.map((item) => ({ uri: item.uri, value: item.resultId }));
    row["again, ms"] = (await timed(() => client.ask("workspace/diagnostic", { previousResultIds: before }))).ms;
  }
  row["most memory, MiB"] = client.memory.most;
  await client.ask("shutdown");
  client.notify("exit");
  client.process.stdin.end();
  return row;
}

const folder = mkdtempSync(join(tmpdir(), "decks-"));
mkdirSync(join(folder, ".data"));
try {
  write(folder);
  for (const server of servers) {
    const row = await run(server, folder);
    for (const [name, value] of Object.entries(row)) {
      console.log(`${name.padEnd(20)} ${typeof value === "number" ? value.toFixed(value < 10 ? 1 : 0) : value}`);
    }
    console.log();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
