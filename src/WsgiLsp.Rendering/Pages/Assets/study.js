
const cards = [...document.querySelectorAll(".card")];
const shown = () => cards.filter((card) => !card.hidden);
const answerOf = (card) => card.querySelector(".answer");
const help = document.getElementById("help");

document.querySelectorAll(".check").forEach((check) => (check.hidden = false));

// --- What was answered ---

const nearNumber = (typed, accepted, tolerance) => {
  const [one, other] = [typed, accepted].map((text) => Number(text.replace(",", ".").trim() || NaN));
  return Math.abs(one - other) <= tolerance + 1e-9;
};

const looksLikeCode = (text) => /[^\p{L}\p{N}\s'’.-]|\p{Ll}\p{Lu}/u.test(text);

// As the program compares, but for typos, which it forgives: numbers as numbers, code letter by letter, words as words.
const isAccepted = (field) => {
  const typed = field.value.trim().replace(/\s+/g, " ");
  return JSON.parse(field.dataset.accepted).some((accepted) => {
    const match = field.dataset.match ?? (/^-?\d+([.,]\d+)?$/.test(accepted) ? "number" : looksLikeCode(accepted) ? "exact" : "ci");
    return (
      typed === accepted ||
      (match === "number" && nearNumber(typed, accepted, Number(field.dataset.tolerance ?? 0))) ||
      (match !== "exact" && typed !== "" && fold(typed) === fold(accepted))
    );
  });
};

const isRight = (field) =>
  field.dataset.accepted ? isAccepted(field)
  : field.matches("select") ? field.value === field.dataset.key
  : field.checked === (field.dataset.key === "true");

const verdict = (card, isGood, text) => {
  const place = card.querySelector(".verdict");
  place.className = `verdict ${isGood ? "good" : "bad"}`;
  place.textContent = text;
};

const judge = (card) => {
  const fields = [...card.querySelectorAll("[data-accepted], select[data-key], .options input")];
  const right = fields.filter(isRight).length;
  for (const field of fields.filter((one) => !one.closest(".options"))) {
    field.dataset.result = isRight(field) ? "right" : "wrong";
  }
  const isGood = right === fields.length;
  const parts = fields.length > 1 && !card.querySelector(".options") ? `: ${right} of ${fields.length}` : "";
  verdict(card, isGood, isGood ? "Right" : `Not right${parts}`);
  answerOf(card).open = true;
};

// --- Concepts ---

// Whether the words of a term follow each other in a text, be they written apart or together.
const says = (words, term) => {
  const wanted = singular(wordsOf(term).join(""));
  return words.some((_, start) => {
    let joined = "";
    for (let i = start; i < words.length && joined.length <= wanted.length; i++) {
      joined += words[i];
      if (singular(joined) === wanted) {
        return true;
      }
    }
    return false;
  });
};

// A wording without terms needs all its longer words.
const covers = (words, wording) =>
  typeof wording === "string"
    ? wordsOf(wording).filter((word) => word.length > 3).every((word) => says(words, word))
    : wording.every((alternatives) => alternatives.some((term) => says(words, term)));

const count = (card) => {
  const all = [...card.querySelectorAll(".concepts input")];
  const got = all.filter((one) => one.checked).length;
  verdict(card, got === all.length, `You got ${got} of ${all.length} concepts`);
};

const explain = (card) => {
  const words = wordsOf(card.querySelector("textarea").value);
  for (const concept of card.querySelectorAll(".concepts input")) {
    concept.checked = JSON.parse(concept.dataset.terms).some((wording) => covers(words, wording));
  }
  answerOf(card).open = true;
  count(card);
};

const check = (card) => (card.matches(".explain") ? explain(card) : judge(card));

document.addEventListener("click", (event) => {
  if (event.target.matches(".check")) {
    check(event.target.closest(".card"));
  }
});

document.addEventListener("change", (event) => {
  const card = event.target.closest(".card");
  if (event.target.matches(".concepts input")) {
    count(card);
  } else if (event.target.matches(".options [type=radio]")) {
    judge(card);
  }
});

// --- What is shown ---

const filter = () => {
  const levels = [...document.querySelectorAll(".levels input")];
  for (const card of cards) {
    card.hidden = levels.some((level) => level.value === card.dataset.level && !level.checked);
  }
  for (const group of document.querySelectorAll(".group:has(.card)")) {
    group.hidden = !group.querySelector(".card:not([hidden])");
  }
  say(shown().length === cards.length ? "" : `${shown().length} of ${cards.length} cards`);
};

const revealAll = (isOn) => {
  press("reveal", isOn);
  cards.forEach((card) => (answerOf(card).open = isOn));
};

const showSheet = (isOn) => {
  press("sheet", isOn);
  document.documentElement.dataset.view = isOn ? "sheet" : "cards";
  button("reveal").hidden = isOn;
  revealAll(isOn);
};

const isPressed = (name) => button(name).getAttribute("aria-pressed") === "true";
const commands = {
  sheet: () => showSheet(!isPressed("sheet")),
  reveal: () => revealAll(!isPressed("reveal")),
  help: () => help.showModal(),
};

document.querySelector(".levels")?.addEventListener("change", filter);
for (const [name, run] of Object.entries(commands)) {
  button(name).addEventListener("click", run);
}

// Paper folds nothing.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll(".answer:not([open])")];
  folded.forEach((answer) => (answer.open = true));
});
addEventListener("afterprint", () => folded.forEach((answer) => (answer.open = false)));

// --- Keys ---

let current = null;
document.addEventListener("focusin", (event) => (current = event.target.closest(".card") ?? current));

const go = (by) => {
  const among = shown();
  const at = among.indexOf(current);
  const next = among[at < 0 ? 0 : Math.min(Math.max(at + by, 0), among.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};

const choose = (index) => {
  const option = current?.querySelectorAll(".options input")[index];
  option?.focus();
  option?.click();
  return option !== undefined;
};

const hint = () => {
  const next = current?.querySelector(".hint:not([open])");
  if (next) {
    next.open = true;
  }
};

const toggle = () => {
  if (current) {
    answerOf(current).open = !answerOf(current).open;
  }
};

const keys = {
  j: () => go(1),
  k: () => go(-1),
  h: hint,
  s: commands.sheet,
  r: () => button("reveal").hidden || commands.reveal(),
  t: switchTheme,
  "?": commands.help,
};

const isTyping = (target) => target.matches("textarea, select, input:not([type=radio], [type=checkbox])");

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || help.open) {
    return;
  }
  let isOurs = true;
  if (isTyping(target)) {
    isOurs = key === "Escape" || (key === "Enter" && (target.matches("input") || event.shiftKey));
    if (key === "Escape") {
      current.focus();
    } else if (isOurs) {
      check(current);
    }
  } else if (key === "ArrowRight" && !target.matches("[type=radio]")) {
    go(1);
  } else if (key === "ArrowLeft" && !target.matches("[type=radio]")) {
    go(-1);
  } else if (key === " " && !target.matches("button, summary, input, a")) {
    toggle();
  } else if (key === "Enter" && target.matches(".options input")) {
    judge(current);
  } else if (!document.getElementById("keys").checked) {
    isOurs = false;
  } else if (keys[key]) {
    keys[key]();
  } else if (/^[1-9]$/.test(key)) {
    isOurs = choose(Number(key) - 1);
  } else {
    isOurs = /^[a-i]$/.test(key) && choose(key.charCodeAt(0) - 97);
  }
  if (isOurs) {
    event.preventDefault();
  }
});
