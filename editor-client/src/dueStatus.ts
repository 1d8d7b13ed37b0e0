import { type Disposable, StatusBarAlignment, window } from "vscode";
import type { Server } from "./server";

/** What is due, in the status bar; a click studies it. */
export function showDue(server: Server): Disposable {
  const item = window.createStatusBarItem("wsgilsp.due", StatusBarAlignment.Right, 90);
  item.name = "WsgiLsp: Due Cards";
  item.command = "wsgilsp.studyDue";
  server.preparations.push((client) => {
    item.hide();
    client.onNotification("wsgilsp/due", (count: { due: number; new: number }) => {
      const news = count.due > 0 || count.new === 0 ? `${count.due} due` : `${count.new} new`;
      item.text = `$(mortar-board) ${news}`;
      item.tooltip = `${count.due} due and ${count.new} new. Click to study.`;
      item.accessibilityInformation = { label: item.tooltip, role: "button" };
      item.show();
    });
  });
  return item;
}
