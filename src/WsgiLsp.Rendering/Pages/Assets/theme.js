
"use strict";

// What the reader chose stays, where the browser lets a page remember.
const memory = {
  read(name) {
    try {
      return localStorage.getItem("wsgilsp." + name);
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem("wsgilsp." + name, value);
    } catch {
      // Then not.
    }
  },
};

const button = (name) => document.querySelector(`[data-do="${name}"]`);
const press = (name, isOn) => button(name).setAttribute("aria-pressed", String(isOn));
const say = (text) => (document.querySelector(".status").textContent = text);

// Words as they are compared: without case and accents, and without a plural's s.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const singular = (word) =>
  word.length < 4 || !word.endsWith("s") || /(ss|us|is)$/.test(word)
    ? word
    : word.replace(/(ss|x|ch|sh)es$/, "$1").replace(/([^s])s$/, "$1");
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const setTheme = (theme) => {
  document.documentElement.dataset.theme = theme;
  press("dark", theme === "dark");
  memory.write("theme", theme);
};
const isDark = () =>
  (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) ===
  "dark";
const switchTheme = () => setTheme(isDark() ? "light" : "dark");

if (memory.read("theme")) {
  setTheme(memory.read("theme"));
} else {
  press("dark", isDark());
}
button("dark").addEventListener("click", switchTheme);
document.querySelector(".tools").hidden = false;
