import { strict as assert } from "node:assert";
import { commands } from "vscode";
import {
  isAlive,
  lensesOf,
  openDeck,
  panels,
  serverId,
  serverIds,
  type Tests,
  until,
} from "./world";

export const lifeTests: Tests = {
  async "Restart Server starts one, ends the other, and keeps the panel"() {
    const editor = await openDeck("mixed.deck.md");
    await commands.executeCommand("wsgilsp.quizDeck");
    await until("a panel", () => panels().length === 1);
    const before = serverId();
    await commands.executeCommand("wsgilsp.restartServer");
    await until("another server", () => serverId() !== before);
    await until("the former one has ended", () => !isAlive(before));
    await until("lenses", async () => (await lensesOf(editor)).length > 0);
    assert.equal(panels().length, 1);
  },

  async "restarts that come at once leave one server"() {
    let running = 3;
    for (let i = running; i > 0; i--) {
      void commands.executeCommand("wsgilsp.restartServer").then(() => running--);
    }
    await until("all restarts", () => running === 0);
    await until("one server", () => serverIds().filter(isAlive).length === 1);
    assert.ok(isAlive(serverId()));
  },

  async "a server that was killed comes back"() {
    const editor = await openDeck("mixed.deck.md");
    const before = serverId();
    process.kill(before, "SIGKILL");
    await until("another server", () => serverId() !== before && isAlive(serverId()));
    await until("lenses", async () => (await lensesOf(editor)).length > 0);
  },
};
