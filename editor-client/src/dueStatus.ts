import { type Disposable, StatusBarAlignment, window } from "vscode";
import type { Server } from "./server";

/** What is due, in the status bar; a click studies it. */
export function showDue(server: Server): Disposable {
  const item = window.createStatusBarItem("wsgilsp.due", StatusBarAlignment.Right, 90);
  item.name = "WsgiLsp: Due Cards";
  item.command = "wsgilsp.studyDue";
  server.preparations.push((client) =>
    client.onNotification("wsgilsp/due", (count: { due: number; new: number }) => {
      // To who has nothing due, the day's new cards are the news.
      const isNew = count.due === 0 && count.new > 0;
      item.text = `$(mortar-board) ${isNew ? `${count.new} new` : `${count.due} due`}`;
      item.tooltip = `${count.due} due and ${count.new} new. Click to study.`;
      item.accessibilityInformation = { label: item.tooltip, role: "button" };
      item.show();
    }),
  );
  return item;
}
