import { strict as assert } from "node:assert";
import { commands, Selection, window, workspace } from "vscode";
import { extension, findingsOf, openDeck, panels, type Tests, until, uriOf } from "./world";

export const commandTests: Tests = {
  async "a folder with decks activates the extension, and every command is there"() {
    await until("activation", () => extension().isActive);
    const known = await commands.getCommands(true);
    for (const { command } of extension().packageJSON.contributes.commands) {
      assert.ok(known.includes(command), command);
    }
  },

  async "findings come without any command"() {
    await window.showTextDocument(await workspace.openTextDocument(uriOf("broken.deck.md")));
    await until("a finding", () => findingsOf("broken.deck.md").includes("no-key"));
  },

  async "Quiz This Deck asks in a panel"() {
    await openDeck("mixed.deck.md");
    await commands.executeCommand("wsgilsp.quizDeck");
    await until("a panel", () => panels().length === 1);
    assert.deepEqual(panels(), ["Mixed"]);
  },

  async "Study What Is Due asks of all decks, with no editor open"() {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await commands.executeCommand("wsgilsp.studyDue");
    await until("a panel", () => panels().length === 1);
  },

  async "Card from Selection captures from any file"() {
    const document = await workspace.openTextDocument({
      language: "plaintext",
      content: "Before.\nA worker handles requests.\nAfter.",
    });
    const editor = await window.showTextDocument(document);
    editor.selection = new Selection(1, 0, 1, 26);
    await commands.executeCommand("wsgilsp.cardFromSelection");
    await until("the card", async () => {
      const inbox = await workspace.fs.readFile(uriOf("inbox.deck.md")).then(
        (bytes) => new TextDecoder().decode(bytes),
        () => "",
      );
      return inbox.includes("A worker handles requests.");
    });
  },

  async "New Deck opens a deck that is not saved"() {
    await commands.executeCommand("wsgilsp.newDeck");
    const document = window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.equal(document.languageId, "markdown");
    await until("its lenses", async () => {
      const lenses = await commands.executeCommand<unknown[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
      );
      return lenses.length > 0;
    });
  },

  async "Show Log shows what the server said"() {
    await commands.executeCommand("wsgilsp.showLog");
    await until("the log", () =>
      workspace.textDocuments.some(
        ({ uri }) => uri.scheme === "output" && /wsgilsp/i.test(uri.path),
      ),
    );
  },
};
