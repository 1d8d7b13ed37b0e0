// @ts-check
// What keys stand for, on a page that panel.js draws.
"use strict";

document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const isField = target.matches("input, textarea");
  if (/** @type {HTMLDialogElement} */ ($("help")).open || event.altKey || event.isComposing || !screen) return;
  if (isField && event.key === "Escape") return void main.focus();
  if (isField && event.key === "Enter" && (target.matches("input") || event.ctrlKey || event.metaKey)) return act(event, answer);
  if (isField || event.ctrlKey || event.metaKey) return;
  const press = commandOf(event, target.matches("button, a, summary"));
  if (press) act(event, press);
});

const act = (/** @type {Event} */ event, /** @type {() => void} */ press) => (event.preventDefault(), press());

/** What a key stands for. @param {KeyboardEvent} event @param {boolean} isOnButton */
function commandOf(event, isOnButton) {
  if (!screen) return undefined;
  const { card, phase, may, answered } = screen;
  const shown = isSeen ? card : answered;
  const key = event.key.toLowerCase();
  const isAsked = isSeen && phase === "ask" && card;
  if (key === "?") return help;
  if (isAsked) {
    const place = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
    const option = card.options.find((one) => one.mark === key) ?? (card.kind === "match" ? undefined : card.options[place]);
    if (option && card.kind === "match") return () => assign(option.mark);
    if (option) return () => /** @type {HTMLElement} */ (main.querySelectorAll(".option")[card.options.indexOf(option)]).click();
    if (card.kind === "match" && card.pairs[place]) return () => { active = place; draw(true); };
    if (key === "backspace") return () => (card.kind === "match" ? assign("") : change(draft.slice(0, -1)));
    if (key === "+" || key === "-") return () => /** @type {HTMLElement | undefined} */ (main.querySelectorAll(".sureness button")[key === "+" ? 0 : 1])?.click();
    if (key === "enter" && !isOnButton && card.kind !== "choice" && card.kind !== "true-false") return answer;
    if (key === " " && !isOnButton && card.kind === "recall") return answer;
    if (key === "h" && may.hint) return () => send(":?");
    if (key === "s" && may.reveal) return () => send(card.kind === "recall" ? ":done" : ":??");
  }
  if (isSeen && phase === "grade") {
    const concept = event.shiftKey && card?.concepts[Number(event.code.replace("Digit", "")) - 1];
    if (concept) return () => correct(concept);
    if (screen.grades.some((grade) => String(grade.number) === key)) return () => send(key);
  }
  if (!isSeen && (key === " " || key === "enter") && !isOnButton) return goOn;
  if (isSeen && phase === "due" && (key === "y" || key === "n")) return () => send(key);
  if (isSeen && phase === "finished" && key === "a" && may.again) return () => send("again");
  if (key === "u" && may.undo) return () => send(":!u");
  if (key === "e" && host.canEdit && shown?.place) return () => edit(shown);
  return undefined;
}
