import { strict as assert } from "node:assert";
import { commands, workspace } from "vscode";
import { isAlive, lensesOf, openDeck, panels, serverId, set, type Tests, until } from "./world";

export const settingTests: Tests = {
  async "a setting of the server counts at once, without another server"() {
    const editor = await openDeck("mixed.deck.md");
    const before = serverId();
    const lenses = (await lensesOf(editor)).length;
    await set("wsgilsp.codeLens.cards", true);
    await until("more lenses", async () => (await lensesOf(editor)).length > lenses);
    await set("wsgilsp.codeLens.cards", undefined);
    await until("fewer lenses", async () => (await lensesOf(editor)).length === lenses);
    assert.equal(serverId(), before);
  },

  async "without panels a quiz is taken on a sheet"() {
    const before = serverId();
    await set("wsgilsp.panel", false);
    await until("another server", () => serverId() !== before);
    await openDeck("mixed.deck.md");
    await commands.executeCommand("wsgilsp.quizDeck");
    await until("a sheet", () =>
      workspace.textDocuments.some((one) => one.getText().includes("## 1 · Which is a fruit?")),
    );
    assert.deepEqual(panels(), []);
    const without = serverId();
    await set("wsgilsp.panel", undefined);
    await until("another server", () => serverId() !== without);
    await until("the former one has ended", () => !isAlive(without));
  },
};
