import { type Disposable, ViewColumn, type WebviewPanel, window } from "vscode";
import { State } from "vscode-languageclient/node";
import type { Server } from "./server";

const viewType = "wsgilsp.study";

/** What the server shows: a whole page, and what stands on it. */
interface Shown {
  html: string;
  screen: { session: string; title: string };
}

/** Study panels: pages that the server wrote, and whose messages go to the server and back unread. */
export function hostPanels(server: Server): Disposable {
  const open = new Map<string, WebviewPanel>();

  function adopt(panel: WebviewPanel, session: string): WebviewPanel {
    open.set(session, panel);
    panel.onDidDispose(
      () => open.delete(session) && server.notify("wsgilsp/panel/close", { session }),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.webview.onDidReceiveMessage(async ({ id, method, params }) => {
      if (String(method).startsWith("wsgilsp/panel/")) {
        const answer = await server.request(method, params).then(
          (result) => ({ id, result }),
          (error: unknown) => ({ id, error: String(error) }),
        );
        await panel.webview.postMessage(answer);
      }
    });
    return panel;
  }

  function show({ html, screen: { session, title } }: Shown, restored?: WebviewPanel) {
    const make = () => restored ?? window.createWebviewPanel(viewType, title, ViewColumn.Active);
    const panel = open.get(session) ?? adopt(make(), session);
    panel.title = title;
    panel.webview.html = html;
    return panel;
  }

  /** After a reload, or with a new server, the session goes on where it was. */
  async function reopen(panel: WebviewPanel, session: string): Promise<void> {
    const shown = await server.request<Shown | null>("wsgilsp/panel/open", { session });
    shown === null ? panel.dispose() : show(shown, panel);
  }

  server.preparations.push((client) => {
    client.onNotification("wsgilsp/panel", (shown: Shown) => show(shown).reveal());
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        open.forEach((panel, session) => void reopen(panel, session));
      }
    });
  });
  // The panels are not disposed with the extension: those that the window shows come back after it was loaded anew.
  return window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel: WebviewPanel, state?: { session: string }) {
      state === undefined ? panel.dispose() : await reopen(panel, state.session);
    },
  });
}
