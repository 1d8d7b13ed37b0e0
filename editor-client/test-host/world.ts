import { readFileSync } from "node:fs";
import {
  ConfigurationTarget,
  commands,
  type Extension,
  extensions,
  languages,
  TabInputWebview,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";

export type Tests = Record<string, () => Promise<void>>;

/** Waits for what another process brings about. */
export async function until<T>(what: string, see: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const seen = await see();
    if (seen) {
      return seen;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Not within 30 s: ${what}`);
}

export function extension(): Extension<unknown> {
  const found = extensions.all.find((one) => one.packageJSON.name === "wsgilsp");
  if (found === undefined) {
    throw new Error("The extension is not there.");
  }
  return found;
}

/** A file of the folder that the window shows. */
export function uriOf(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error("No folder is open.");
  }
  return Uri.joinPath(folder.uri, name);
}

/** Opens a deck alone, and waits until the server has seen it. */
export async function openDeck(name: string): Promise<TextEditor> {
  await commands.executeCommand("workbench.action.closeAllEditors");
  const editor = await window.showTextDocument(await workspace.openTextDocument(uriOf(name)));
  await until("lenses", async () => (await lensesOf(editor)).length > 0);
  return editor;
}

export async function lensesOf({ document }: TextEditor): Promise<string[]> {
  const lenses = await commands.executeCommand<{ command?: { title: string } }[]>(
    "vscode.executeCodeLensProvider",
    document.uri,
    100,
  );
  return lenses.map((lens) => lens.command?.title ?? "");
}

export const findingsOf = (name: string) =>
  languages
    .getDiagnostics(uriOf(name))
    .map(({ code }) => (typeof code === "object" ? code.value : code));

/** The titles of the study panels that are open. */
export const panels = () =>
  window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      (tab) => tab.input instanceof TabInputWebview && /wsgilsp\.study/.test(tab.input.viewType),
    )
    .map((tab) => tab.label);

/** The process that was started last as a server; 0 while that is being written down. */
export const serverId = () => Number(readFileSync(process.env.E2E_SERVER_ID ?? "", "utf8"));

/** All that were ever started. */
export const serverIds = () =>
  readFileSync(`${process.env.E2E_SERVER_ID}s`, "utf8").trim().split("\n").map(Number);

export function isAlive(id: number): boolean {
  try {
    return id > 0 && process.kill(id, 0);
  } catch {
    return false;
  }
}

export const set = (name: string, value: unknown) =>
  workspace.getConfiguration().update(name, value, ConfigurationTarget.Global);
