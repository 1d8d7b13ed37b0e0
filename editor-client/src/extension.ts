import { commands, type ExtensionContext, type LogOutputChannel, window, workspace } from "vscode";
import { ExecuteCommandRequest, LanguageClient, TransportKind } from "vscode-languageclient/node";
import { findServer } from "./findServer";
import { showAnswerLines } from "./sheets";

const pathSetting = "wsgilsp.server.path";

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("WsgiLsp", { log: true });
  const running = new Server(context.extensionPath, log);
  server = running;
  context.subscriptions.push(
    log,
    showAnswerLines(),
    commands.registerCommand("wsgilsp.restartServer", () => running.restart()),
    commands.registerCommand("wsgilsp.showLog", () => log.show()),
    commands.registerCommand("wsgilsp.quizDeck", () => running.quizDeck()),
    workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration(pathSetting) ? running.restart() : undefined,
    ),
  );
  await running.restart();
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

/** The server's process: at most one, started and stopped in the order that was asked for. */
class Server {
  private client: LanguageClient | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly extensionPath: string,
    private readonly log: LogOutputChannel,
  ) {}

  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.end();
      await this.begin();
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  async quizDeck(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document === undefined) {
      return;
    }
    await this.last;
    // The server registers `wsgilsp.quiz` through its capabilities: it is sent here, never registered again.
    await this.client?.sendRequest(ExecuteCommandRequest.type, {
      command: "wsgilsp.quiz",
      arguments: [{ uri: document.uri.toString() }],
    });
  }

  private inTurn(step: () => Promise<void>): Promise<void> {
    this.last = this.last.then(step).catch((error: unknown) => this.log.error(String(error)));
    return this.last;
  }

  private async begin(): Promise<void> {
    const configured = workspace.getConfiguration().get<string>(pathSetting, "").trim();
    const command = findServer({
      opener: process.env.WSGILSP_SERVER ?? "",
      configured,
      extension: this.extensionPath,
      path: process.env.PATH ?? "",
      platform: process.platform,
    });
    if (command === undefined) {
      void this.reportMissing(configured);
      return;
    }
    this.log.info(`Starting ${command}`);
    this.client = new LanguageClient(
      "wsgilsp",
      "WsgiLsp",
      { command, args: ["lsp"], transport: TransportKind.stdio },
      {
        documentSelector: [
          { language: "markdown", scheme: "file" },
          { language: "markdown", scheme: "untitled" },
          { language: "json", pattern: "**/wsgilsp.json", scheme: "file" },
          { language: "jsonc", pattern: "**/wsgilsp.json", scheme: "file" },
        ],
        outputChannel: this.log,
        synchronize: { configurationSection: "wsgilsp" },
      },
    );
    await this.client.start();
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A server that never came up cannot be stopped; that must not keep the next one from starting.
    await client?.dispose().catch((error: unknown) => this.log.warn(String(error)));
  }

  private async reportMissing(configured: string): Promise<void> {
    const message =
      configured === ""
        ? "WsgiLsp found no server. Install the extension's package for this platform, put `wsgilsp` on the PATH, or name the program in the settings."
        : `WsgiLsp found no program at ${configured}. Correct the path, or clear it to use the server inside the extension.`;
    this.log.error(message);
    if ((await window.showErrorMessage(message, "Open Settings")) === "Open Settings") {
      await commands.executeCommand("workbench.action.openSettings", pathSetting);
    }
  }
}
