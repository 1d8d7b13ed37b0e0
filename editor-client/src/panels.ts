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
  const close = (session: string) =>
    server.client?.sendNotification("wsgilsp/panel/close", { session }).catch(() => undefined);

  function adopt(panel: WebviewPanel, session: string): WebviewPanel {
    open.set(session, panel);
    panel.onDidDispose(() => open.delete(session) && close(session));
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

  function show({ html, screen: { session, title } }: Shown): WebviewPanel {
    const make = () => window.createWebviewPanel(viewType, title, ViewColumn.Active);
    const panel = open.get(session) ?? adopt(make(), session);
    panel.title = title;
    panel.webview.html = html;
    return panel;
  }

  /** With a new server, or after a reload, the session goes on where it was; unless its panel was closed meanwhile. */
  async function reopen(panel: WebviewPanel, session: string): Promise<void> {
    const asked = server.request<Shown | null>("wsgilsp/panel/open", { session });
    const shown = await asked.catch(() => null);
    if (open.get(session) !== panel) {
      close(session);
    } else {
      shown === null ? panel.dispose() : show(shown);
    }
  }

  server.preparations.push((client) => {
    client.onNotification("wsgilsp/panel", (shown: Shown) => show(shown).reveal());
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        // One that shows nothing yet asks for itself.
        open.forEach((panel, session) => void (panel.webview.html && reopen(panel, session)));
      }
    });
  });
  // The panels are not disposed with the extension: those that the window shows come back after it was loaded anew.
  return window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel: WebviewPanel, state?: { session: string }) {
      state === undefined || open.has(state.session)
        ? panel.dispose()
        : await reopen(adopt(panel, state.session), state.session);
    },
  });
}
