// @ts-check
"use strict";

/**
 * The way to the program: messages of a webview, which the editor passes on, or requests to the address that this page
 * came from.
 * @returns {{ask(what: string, params: object): Promise<any>, save(state: object): void, load(): any, canEdit: boolean}}
 */
function connect() {
  const acquire = /** @type {any} */ (globalThis).acquireVsCodeApi;
  if (acquire) {
    const code = acquire();
    /** @type {Map<number, (reply: {result?: any, error?: string}) => void>} */
    const waiting = new Map();
    let last = 0;
    addEventListener("message", ({ data }) => waiting.get(data.id)?.(data));
    return {
      ask: (what, params) =>
        new Promise((resolve, reject) => {
          const id = ++last;
          waiting.set(id, ({ result, error }) => {
            waiting.delete(id);
            if (error === undefined) resolve(result);
            else reject(new Error(error));
          });
          code.postMessage({ id, method: `wsgilsp/panel/${what}`, params });
        }),
      save: (state) => code.setState(state),
      load: () => code.getState() ?? {},
      canEdit: true,
    };
  }
  const post = (/** @type {string} */ path, /** @type {object} */ params) =>
    fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(params) });
  setInterval(() => post("alive", {}).catch(() => undefined), 30000);
  addEventListener("pagehide", () => navigator.sendBeacon("bye"));
  return {
    ask: async (what, params) => {
      const reply = await post(what, params).catch(() => {
        throw new Error("The program has ended. What you answered is kept: “wsgilsp study --web --resume” goes on.");
      });
      if (!reply.ok) throw new Error(await reply.text());
      return reply.json();
    },
    save: (state) => sessionStorage.setItem("wsgilsp", JSON.stringify(state)),
    load: () => JSON.parse(sessionStorage.getItem("wsgilsp") ?? "{}"),
    canEdit: false,
  };
}
