import { Disposable, ViewColumn, type WebviewPanel, window } from "vscode";
import { State } from "vscode-languageclient/node";
import type { Server } from "./server";

const viewType = "wsgilsp.study";

/** What the server shows: a page the first time, then what stands on it. */
interface Shown {
  session: string;
  html?: string;
  screen: { title: string };
}

/** Study panels: pages that the server wrote, and whose messages go to the server and back unread. */
export function hostPanels(server: Server): Disposable {
  const open = new Map<string, WebviewPanel>();
  let tellClosed: ((closed: { session: string }) => void) | undefined;

  function adopt(panel: WebviewPanel, session: string): WebviewPanel {
    open.set(session, panel);
    panel.onDidDispose(() => open.delete(session) && tellClosed?.({ session }));
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

  function show({ session, html, screen }: Shown): void {
    const panel =
      open.get(session) ??
      adopt(window.createWebviewPanel(viewType, screen.title, ViewColumn.Active), session);
    panel.title = screen.title;
    panel.webview.html = html ?? panel.webview.html;
    panel.reveal();
  }

  /** After a reload, or with a new server, the session goes on where it was. */
  async function reopen(panel: WebviewPanel, session: string): Promise<void> {
    const shown = await server.request<Shown | null>("wsgilsp/panel/open", { session });
    shown === null ? panel.dispose() : show(shown);
  }

  server.preparations.push((client) => {
    tellClosed = (closed) => void client.sendNotification("wsgilsp/panel/close", closed);
    client.onNotification("wsgilsp/panel", show);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        open.forEach((panel, session) => void reopen(panel, session));
      }
    });
  });
  return Disposable.from(
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel: WebviewPanel, state?: { session: string }) {
        state === undefined
          ? panel.dispose()
          : await reopen(adopt(panel, state.session), state.session);
      },
    }),
    new Disposable(() => open.forEach((panel) => void panel.dispose())),
  );
}
