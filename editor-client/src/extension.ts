import { commands, type ExtensionContext, Uri, window, workspace } from "vscode";
import { showDue } from "./dueStatus";
import { hostPanels } from "./panels";
import { panelSetting, pathSetting, Server } from "./server";
import { showAnswerLines } from "./sheets";

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel("WsgiLsp", { log: true });
  const running = new Server(context.extensionPath, log);
  server = running;
  context.subscriptions.push(
    log,
    showAnswerLines(),
    hostPanels(running),
    showDue(running),
    commands.registerCommand("wsgilsp.restartServer", () => running.restart()),
    commands.registerCommand("wsgilsp.showLog", () => log.show()),
    commands.registerTextEditorCommand("wsgilsp.quizDeck", ({ document }) =>
      running.execute("wsgilsp.quiz", { uri: document.uri.toString() }),
    ),
    commands.registerCommand("wsgilsp.studyDue", () =>
      running.execute("wsgilsp.quiz", { due: true }),
    ),
    commands.registerTextEditorCommand("wsgilsp.cardFromSelection", ({ document, selection }) =>
      running.execute("wsgilsp.capture", {
        uri: document.uri.toString(),
        range: { start: selection.start, end: selection.end },
        version: document.version,
        text: document.getText(selection),
      }),
    ),
    commands.registerCommand("wsgilsp.newDeck", () => newDeck(context.extensionUri)),
    workspace.onDidChangeConfiguration((change) =>
      [pathSetting, panelSetting].some((name) => change.affectsConfiguration(name))
        ? running.restart()
        : undefined,
    ),
  );
  await running.restart();
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

/** Opens a small deck that is not saved yet. */
async function newDeck(extension: Uri): Promise<void> {
  const content = await workspace.fs.readFile(Uri.joinPath(extension, "media", "first.deck.md"));
  const options = { language: "markdown", content: new TextDecoder().decode(content) };
  await window.showTextDocument(await workspace.openTextDocument(options));
}
