import hljs from "highlight.js/lib/common";
import katex from "katex";

// Colours of code in pages: the editor's where it tells them, else calm ones for light and dark.
const colours = new CSSStyleSheet();
colours.replaceSync(`
  .hljs-comment, .hljs-quote { color: var(--code-comment, light-dark(#57606a, #8b949e)); font-style: italic }
  .hljs-keyword, .hljs-selector-tag, .hljs-literal, .hljs-type { color: var(--code-keyword, light-dark(#a0111f, #ff9492)) }
  .hljs-string, .hljs-regexp, .hljs-addition { color: var(--code-string, light-dark(#0a3069, #a5d6ff)) }
  .hljs-number, .hljs-symbol, .hljs-attr, .hljs-variable { color: var(--code-number, light-dark(#0550ae, #91cbff)) }
  .hljs-title, .hljs-section, .hljs-built_in, .hljs-name { color: var(--code-title, light-dark(#622cbc, #dbb7ff)) }
  .hljs-deletion { color: var(--code-keyword, light-dark(#a0111f, #ff9492)) }
  @media (forced-colors: active) { [class^="hljs-"] { color: CanvasText } }
`);

/** What a page may use where it is there: colours in code, and math as MathML. Both take text that the page shows anyway. */
const wsgilspExtras = {
  /** Colours the blocks of code below an element, where their language is named and known. */
  highlight(root: Element): void {
    for (const code of root.querySelectorAll<HTMLElement>("pre > code[class*='language-']")) {
      const language = /language-([\w+#-]+)/.exec(code.className)?.[1] ?? "";
      if (hljs.getLanguage(language) !== undefined) {
        code.innerHTML = hljs.highlight(code.textContent ?? "", {
          language,
          ignoreIllegals: true,
        }).value;
      }
    }
  },

  /** Sets the formulas below an element; what is no formula stays as it was written. */
  math(root: Element): void {
    for (const formula of root.querySelectorAll<HTMLElement>(".math")) {
      const tex = formula.textContent ?? "";
      try {
        katex.render(tex, formula, {
          displayMode: formula.matches("div, .display"),
          output: "mathml",
          trust: false,
          maxSize: 20,
          maxExpand: 500,
        });
      } catch {
        formula.textContent = tex;
      }
    }
  },
};

document.adoptedStyleSheets.push(colours);
Object.assign(globalThis, { wsgilspExtras });
