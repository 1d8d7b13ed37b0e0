import { commands, type LogOutputChannel, window, workspace } from "vscode";
import { ExecuteCommandRequest, LanguageClient, TransportKind } from "vscode-languageclient/node";
import { findServer } from "./findServer";

export const pathSetting = "wsgilsp.server.path";
export const panelSetting = "wsgilsp.panel";

/** The server's process: at most one, started and stopped in the order that was asked for. */
export class Server {
  /** What each client is told before it starts: whom it has to notify. */
  readonly preparations: ((client: LanguageClient) => void)[] = [];
  client: LanguageClient | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly extensionPath: string,
    private readonly log: LogOutputChannel,
  ) {}

  readonly stop = () => this.inTurn(() => this.end());

  readonly restart = () =>
    this.inTurn(async () => {
      await this.end();
      await this.begin();
    });

  async request<T>(method: string, params: unknown): Promise<T> {
    await this.last;
    if (this.client === undefined) {
      throw new Error("The server does not run.");
    }
    return this.client.sendRequest<T>(method, params);
  }

  /** The server registers its commands through its capabilities: they are sent here, never registered again. */
  readonly execute = (command: string, argument: unknown) =>
    this.request(ExecuteCommandRequest.method, { command, arguments: [argument] });

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
          { pattern: "**/wsgilsp.json", scheme: "file" },
        ],
        initializationOptions: { panel: workspace.getConfiguration().get(panelSetting, true) },
        outputChannel: this.log,
        synchronize: { configurationSection: "wsgilsp" },
      },
    );
    for (const prepare of this.preparations) {
      prepare(this.client);
    }
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
