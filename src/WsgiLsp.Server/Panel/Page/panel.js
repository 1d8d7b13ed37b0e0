// @ts-check
// Shows a screen that the program made, and sends lines back. What is right, and what comes next, is decided there.
"use strict";

/**
 * @typedef {{mark: string, html: string, state: string, feedbackHtml?: string}} Option
 * @typedef {{mark: string, html: string, givenHtml?: string, rightHtml?: string, state: string}} Pair
 * @typedef {{given?: string, state: string, right?: string, difference: {kind: string, text: string}[]}} Blank
 * @typedef {{number: number, html: string, verdict: string, quote: string, wording?: string}} Concept
 * @typedef {{number: number, kind: string, new: boolean, context: string, level?: string,
 *   place?: {uri: string, line: number}, titleHtml: string, bodyHtml: string, hintsHtml: string[], options: Option[],
 *   pairs: Pair[], blanks: Blank[], written: string, verdict?: {mark: string, text: string}, concepts: Concept[],
 *   answerHtml?: string, explanationHtml?: string, changedHtml?: string}} Card
 * @typedef {{got: number, of: number, score: string[], passed?: boolean, shares: {what: string, name: string, got: number,
 *   of: number}[], items: {number: number, title: string, got: boolean, grade: string, verdictHtml?: string}[],
 *   calibration: string[], figureHtml?: string}} Result
 * @typedef {{titleHtml: string, bodyHtml: string, answerHtml: string, due: boolean}} PageCard
 * @typedef {{session: string, taken: number, title: string, phase: string, card?: Card, answered?: Card, warningHtml?: string,
 *   notesHtml: string[], progress?: {number: number, of: number, right: number, wrong: number, due: number, new: number,
 *   returning: number}, grades: {number: number, name: string, wait?: string, suggested: boolean}[], result?: Result,
 *   may: Record<string, boolean>, exam?: {secondsLeft: number, changeable: number[]},
 *   page: {deck: string, group: string, cards: PageCard[]}[]}} Screen
 */

/** The world around the page: VS Code's, or the program's own server. */
const host = connect();
const session = document.documentElement.dataset.session ?? "";

/** @type {Screen | undefined} What is shown. */
let screen;
/** Whether an answer is under way. */
let isWaiting = false;
/** When the screen changed: a press that was meant for what stood there before does not count. */
let changed = 0;
/** What was picked, typed, ordered or paired, and which pair comes next. @type {string[]} */
let draft = [];
let active = 0;
/** What is said of how sure an answer is: nothing, "!" or "?". */
let certainty = "";
/** Whether the verdict was read, and the next question stands there. */
let isSeen = true;

const $ = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const main = $("main");
/** Makes an element. A property that begins with "on" is a listener, "html" is markup that the program made safe.
 * @param {string} tag @param {Record<string, any>} props @param {...(Node | string | false | null | undefined)} children */
function el(tag, props, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "html") made.innerHTML = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child || child === "").map((child) => /** @type {Node | string} */ (child)));
  return made;
}

/** @param {string} text @param {string} key @param {() => void} press @param {Record<string, any>} props */
const button = (text, key, press, props = {}) =>
  el("button", { type: "button", onclick: press, ...props }, text, key && el("kbd", { "aria-hidden": "true" }, key));

/** Takes a screen. @param {Screen} next */
function show(next) {
  const kept = host.load();
  const isSame = keyOf(screen) === keyOf(next);
  screen = next;
  isWaiting = false;
  changed = performance.now();
  $("problem").hidden = true;
  if (!isSame) {
    draft = kept.key === keyOf(next) ? kept.draft : (next.card?.blanks.map((blank) => blank.given ?? "") ?? []);
    active = 0;
    certainty = "";
  }
  isSeen = !next.answered || kept.seen === seenOf(next);
  keep();
  draw();
  say([next.answered?.verdict?.text, ...next.notesHtml.map(plain), plain(next.warningHtml ?? "")].filter(Boolean).join(" "));
}

/** What a draft belongs to: what was picked, to what can be picked. @param {Screen | undefined} of */
const keyOf = (of) => of && [of.session, of.phase, of.card?.number, of.card?.kind, of.card?.blanks.length,
  ...[...(of.card?.options ?? []), ...(of.card?.pairs ?? [])].map((one) => one.html)].join();
const seenOf = (/** @type {Screen} */ of) => [of.session, of.taken].join();

/** Keeps what would be lost when the page is hidden or loaded again. */
function keep() {
  if (screen) host.save({ session: screen.session, key: keyOf(screen), draft, seen: isSeen && seenOf(screen) });
}

/** Sends lines, as an answer to what is shown. @param {...string} lines */
function send(...lines) {
  if (!isWaiting) void ask(screen?.taken ?? -1, lines);
}

/** Asks for a screen: for the present one, where none was shown before. @param {number} taken @param {string[]} lines */
async function ask(taken, lines) {
  isWaiting = true;
  try {
    show(await host.ask("answer", { session, taken, lines }));
  } catch (error) {
    isWaiting = false;
    $("problem").textContent = /** @type {Error} */ (error).message;
    $("problem").hidden = false;
  }
}

const say = (/** @type {string} */ text) => ($("said").textContent = text);

const plain = (/** @type {string} */ html) => el("p", { html }).textContent ?? "";

/** Draws all anew. @param {boolean} isHere Whether the same question stands there, so that the keyboard stays where it is. */
function draw(isHere = false) {
  if (!screen) return;
  const at = [...main.querySelectorAll("button")].indexOf(/** @type {any} */ (document.activeElement));
  const { progress, exam, answered, card, phase } = screen;
  const shown = !isSeen && answered ? answered : card;
  document.title = `${screen.title} · Study`;
  $("title").textContent = screen.title;
  $("place").textContent = shown && progress ? `${shown.number} of ${progress.of}` : "";
  const bar = /** @type {HTMLProgressElement} */ ($("progress"));
  bar.hidden = !progress;
  if (progress) {
    bar.max = progress.of;
    bar.value = phase === "ask" || phase === "grade" ? Math.max(0, progress.number - 1) : progress.of;
    const rest = [progress.due && `${progress.due} due`, progress.new && `${progress.new} new`, progress.returning && `${progress.returning} again`];
    const left = rest.filter(Boolean).join(", ");
    $("tally").textContent = exam
      ? `${Math.ceil(exam.secondsLeft / 60)} min left`
      : [progress.right + progress.wrong > 0 && `✓ ${progress.right} · ✗ ${progress.wrong}`, left && card && `to come: ${left}`].filter(Boolean).join(" · ");
  }
  main.replaceChildren(
    ...[
      !answered && notesOf(),
      screen.warningHtml && el("p", { class: "warning", html: screen.warningHtml }),
      shown && cardOf(shown, shown === answered),
      phase === "due" && dueOf(),
      screen.result && isSeen && resultOf(screen.result),
      phase === "page" && pageOf(),
    ].filter((node) => node instanceof Node),
  );
  $("tools").replaceChildren(...tools(shown));
  for (const extra of ["highlight", "math"]) /** @type {any} */ (globalThis).wsgilspExtras?.[extra]?.(main);
  reach();
  if (isHere) main.querySelectorAll("button")[at]?.focus();
  else focus(shown);
}

/** What is wider than the page is scrolled by itself, with the keyboard too. */
function reach() {
  for (const table of main.querySelectorAll("table:not(.scroll > *)")) {
    const box = el("div", { class: "scroll" });
    table.replaceWith(box);
    box.append(table);
  }
  for (const box of main.querySelectorAll("pre, .scroll")) {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
  }
}

const notesOf = () => el("div", { class: "notes" }, ...(screen?.notesHtml ?? []).map((html) => el("p", { html })));

/** The keyboard goes where the next key is meant for. @param {Card | undefined} shown */
function focus(shown) {
  const wanted = isSeen || shown !== screen?.answered ? main.querySelector("[data-focus]") : main.querySelector("#go-on");
  scrollTo(0, 0);
  const here = /** @type {HTMLElement} */ (wanted ?? main.querySelector("h2") ?? main);
  // The card is read from its top.
  here.focus({ preventScroll: true });
  // What was written before is gone on with.
  if (here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement) here.setSelectionRange(here.value.length, here.value.length);
}

/** @param {Card} card @param {boolean} isJudged */
function cardOf(card, isJudged) {
  const isRevealed = isJudged || screen?.phase === "grade";
  return el("article", { class: "card" },
    (card.context || card.level || card.new) && el("p", { class: "context" }, [card.context, card.level, card.new && "new"].filter(Boolean).join(" · ")),
    el("h2", { html: card.titleHtml, tabindex: "-1" }),
    el("div", { class: "body", html: card.bodyHtml }),
    ...card.hintsHtml.map((html, i) => el("div", { class: "hint" }, el("strong", {}, `Hint ${i + 1}`), el("div", { html }))),
    isJudged && card.verdict && el("p", { class: `verdict ${card.verdict.mark}` }, `${sign(card.verdict.mark)} ${card.verdict.text}`),
    isJudged && notesOf(),
    isJudged ? judged(card) : isRevealed ? revealed(card) : asked(card),
    isRevealed && card.answerHtml && el("section", { class: "answer", "aria-label": "Answer", html: card.answerHtml }),
    isRevealed && card.explanationHtml && el("section", { class: "explanation", "aria-label": "Explanation", html: card.explanationHtml }),
    isRevealed && card.changedHtml && el("section", { class: "changed", "aria-label": "Changed answer", html: card.changedHtml }),
    isJudged && button("Continue", "space", goOn, { id: "go-on", class: "first" }),
    !isJudged && isRevealed && gradesOf());
}

const sign = (/** @type {string} */ mark) => ({ right: "✓", wrong: "✗", missed: "~" })[mark] ?? "";
/** How a question is answered. @param {Card} card */
function asked(card) {
  const { kind } = card;
  const submit = (/** @type {string} */ text, key = "enter") => button(text, key, answer, { class: "first" });
  if (kind === "choice" || kind === "true-false") {
    return el("div", {}, el("ul", { class: "options" }, ...card.options.map((option) => el("li", {}, pick(option, () => send(option.mark + certainty))))), sureness());
  }
  if (kind === "multi" || kind === "order") {
    const toggle = (/** @type {string} */ mark) => change(draft.includes(mark) ? draft.filter((one) => one !== mark) : [...draft, mark]);
    return el("div", {},
      el("p", { class: "help" }, kind === "multi" ? "Pick all that hold." : "Press them in the right order."),
      el("ul", { class: "options" }, ...card.options.map((option) => el("li", {}, pick(option, () => toggle(option.mark), draft.includes(option.mark), kind === "order" ? draft.indexOf(option.mark) + 1 || "" : "")))),
      sureness(), submit("Answer"));
  }
  if (kind === "match") {
    return el("div", {}, el("p", { class: "help" }, "A letter goes to the marked line, and the mark to the next."),
      el("div", { class: "columns" },
        el("ol", { class: "options" }, ...card.pairs.map((pair, i) => el("li", {}, pick(pair, () => { active = i; draw(true); }, i === active, draft[i] || "…")))),
        el("ul", { class: "options" }, ...card.options.map((option) => el("li", {}, pick(option, () => assign(option.mark)))))),
      sureness(), submit("Answer"));
  }
  if (card.blanks.length) {
    const open = card.blanks.findIndex((blank, i) => blank.given === undefined && !draft[i]);
    const next = open < 0 ? card.blanks.findLastIndex((blank) => blank.given === undefined) : open;
    return el("div", {}, ...card.blanks.map((blank, i) =>
      el("label", {}, card.blanks.length > 1 ? `Blank ${i + 1}` : "Your answer",
        el("input", { type: "text", value: draft[i] ?? "", readonly: blank.given !== undefined, autocomplete: "off", autocapitalize: "off", spellcheck: "false",
          oninput: (/** @type {any} */ event) => { draft[i] = event.target.value; keep(); }, "data-focus": i === next }))), submit("Answer"));
  }
  const isRecall = kind === "recall";
  return el("div", {},
    el("label", {}, isRecall ? "Think, or write" : "Explain in your own words",
      el("textarea", { rows: isRecall ? 2 : 7, spellcheck: "true", oninput: (/** @type {any} */ event) => { draft = [event.target.value]; keep(); }, "data-focus": !isRecall || Boolean(draft[0]), html: "" }, draft[0] ?? card.written)),
    submit(isRecall ? "Show the answer" : "Done", isRecall ? "space" : "ctrl enter"));
}

/** Something to press for an option. @param {Option | Pair} option @param {() => void} press */
function pick(option, press, isPressed = /** @type {boolean | undefined} */ (undefined), badge = /** @type {string | number} */ ("")) {
  return el("button", { type: "button", class: "option", onclick: press, "aria-pressed": isPressed === undefined ? undefined : String(isPressed) },
    el("span", { class: "mark" }, option.mark), el("span", { class: "text", html: option.html }), badge !== "" && el("span", { class: "badge" }, String(badge)));
}

function sureness() {
  const toggle = (/** @type {string} */ sign) => () => { certainty = certainty === sign ? "" : sign; draw(true); };
  return screen?.exam ? null : el("p", { class: "sureness" },
    button("I am sure", "+", toggle("!"), { "aria-pressed": String(certainty === "!") }), button("I guess", "−", toggle("?"), { "aria-pressed": String(certainty === "?") }));
}

/** What became of an answer. @param {Card} card */
function judged(card) {
  const words = /** @type {Record<string, string>} */ ({ right: "your answer, right", wrong: card.kind === "order" ? "elsewhere in your answer" : "your answer", missed: "right" });
  const row = (/** @type {Option} */ option) => el("li", { class: option.state === "missed" ? "key" : option.state },
    el("span", { class: "mark" }, sign(option.state === "missed" ? "right" : option.state) || option.mark), el("span", { class: "text", html: option.html }),
    words[option.state] && el("span", { class: "badge" }, words[option.state]), option.feedbackHtml && el("div", { class: "feedback", html: option.feedbackHtml }));
  if (card.kind === "match") {
    return el("ul", { class: "options done" }, ...card.pairs.map((pair) => el("li", { class: pair.state }, el("span", { class: "mark" }, sign(pair.state) || pair.mark),
      el("span", { class: "text" }, el("span", { html: pair.html }), " — ", el("span", { html: pair.rightHtml ?? "" })),
      pair.state === "wrong" && el("span", { class: "badge" }, "yours: ", el("span", { html: pair.givenHtml ?? "" })))));
  }
  if (card.blanks.length) {
    return el("ul", { class: "options done" }, ...card.blanks.map((blank) => el("li", { class: blank.state }, el("span", { class: "mark" }, sign(blank.state)), difference(blank))));
  }
  return el(card.kind === "order" ? "ol" : "ul", { class: "options done" }, ...card.options.map(row));
}

/** A typed line against what was expected. @param {Blank} blank */
function difference(blank) {
  const names = /** @type {Record<string, string>} */ ({ extra: "del", missing: "ins" });
  const parts = blank.difference.map((part) => el(names[part.kind] ?? "span", {}, part.text));
  return el("span", { class: "text" }, el("span", { class: "given" }, ...(parts.length ? parts : [blank.given ?? ""])),
    blank.state !== "right" && el("span", { class: "badge" }, "expected: ", el("b", {}, blank.right ?? "")));
}

/** What the learner grades. @param {Card} card */
function revealed(card) {
  const got = card.concepts.filter((concept) => concept.verdict === "found").length;
  return el("div", {}, card.written && el("blockquote", { class: "written" }, card.written),
    card.concepts.length > 0 && el("section", { "aria-label": "Concepts" }, el("h3", {}, `You got ${got} of ${card.concepts.length} concepts.`),
      el("ol", { class: "options done" }, ...card.concepts.map((concept) => {
        const isFound = concept.verdict === "found";
        return el("li", { class: isFound ? "right" : "missed" }, el("span", { class: "mark" }, isFound ? "✓" : concept.verdict === "missing" ? "✗" : "~"),
          el("span", { class: "text", html: concept.html, id: `concept-${concept.number}` }), concept.quote && el("q", {}, concept.quote),
          button(isFound ? "I did not say it" : "I said it", `⇧${concept.number}`, () => correct(concept), { class: "small", "aria-describedby": `concept-${concept.number}` }),
          concept.wording && (host.canEdit ? button(`Add my wording: “${concept.wording}”`, "", () => word(concept), { class: "small word" })
            : el("div", { class: "feedback" }, `It is found next time with this line below the concept in the deck: - ${concept.wording}`)));
      }))));
}

const correct = (/** @type {Concept} */ concept) => send((concept.verdict === "found" ? "-" : "+") + concept.number);

/** The deck is changed by the editor, as its author sees; in a browser the words are only shown. */
const word = (/** @type {Concept} */ concept) => void host.ask("wording", { session, concept: concept.number }).catch(() => undefined);

function gradesOf() {
  const isEarly = () => performance.now() - changed < 500;
  return el("div", { class: "grades", role: "group", "aria-label": "How well did you know it?" }, ...(screen?.grades ?? []).map((grade) =>
    el("button", { type: "button", class: grade.suggested ? "first" : "", "data-focus": grade.suggested, onclick: (/** @type {MouseEvent} */ event) => (event.detail && isEarly()) || send(String(grade.number)) },
      el("kbd", { "aria-hidden": "true" }, String(grade.number)), el("span", {}, grade.name), grade.wait && el("small", {}, grade.wait), grade.suggested && el("small", {}, "suggested"))));
}

const dueOf = () => el("section", { class: "card" }, el("h2", { tabindex: "-1" }, "Make what you missed due today?"),
  button("Yes", "y", () => send("y"), { class: "first" }), button("No", "n", () => send("n")));

/** How it went. @param {Result} result */
function resultOf(result) {
  return el("section", { class: "card result" }, el("h2", { tabindex: "-1" }, result.score[0] ?? ""), ...result.score.slice(1).map((line) => el("p", {}, line)),
    el("div", { class: "figure", html: result.figureHtml ?? "" }),
    ...result.calibration.map((line) => el("p", { class: "help" }, line)),
    result.shares.length > 0 && el("table", {}, el("caption", {}, "By level and tag"), el("tbody", {}, ...result.shares.map((share) =>
      el("tr", {}, el("th", { scope: "row" }, `${share.what} ${share.name}`), el("td", {}, `${share.got} of ${share.of}`))))),
    el("ol", { class: "options done" }, ...result.items.map((item) => el("li", { class: item.got ? "right" : "wrong" }, el("span", { class: "mark" }, item.got ? "✓" : "✗"),
      el("span", { class: "text" }, item.title), el("span", { class: "badge" }, item.grade), item.verdictHtml && el("div", { class: "feedback", html: item.verdictHtml })))),
    screen?.may.again && button("Ask what I missed once more", "a", () => send("again"), { class: "first" }));
}

const pageOf = () => el("div", {}, ...(screen?.page ?? []).map((group) => el("section", {}, el("h2", {}, [group.deck, group.group].filter(Boolean).join(" › ")),
  ...group.cards.map((card) => el("details", { class: "card", ontoggle: reach, open: !card.due && card.answerHtml !== "" }, el("summary", {}, el("span", { html: card.titleHtml }), card.due && el("span", { class: "badge" }, "due")),
    el("div", { html: card.bodyHtml }), el("div", { class: "answer", html: card.answerHtml }))))));

/** What can be done besides. @param {Card | undefined} shown */
function tools(shown) {
  const may = screen?.may ?? {};
  const isAsked = isSeen && shown === screen?.card;
  return [
    isAsked && may.hint && button("Hint", "h", () => send(":?")),
    isAsked && may.reveal && shown?.kind !== "recall" && button(screen?.exam ? "Skip" : "Show the answer", "s", () => send(":??")),
    may.undo && button("Undo", "u", () => send(":!u")),
    shown?.place && host.canEdit && button("Edit the card", "e", () => edit(shown)),
    ...(isAsked ? (screen?.exam?.changeable ?? []).map((number) => button(`Change ${number}`, "", () => send(`:!${number}`))) : []),
    isAsked && may.bury && button("Not today", "", () => send(":!b")),
    isAsked && may.suspend && button("Suspend", "", () => send(":!s")),
    isAsked && may.end && button("End", "", () => send(":!q")),
    button("Keys", "?", help),
  ].filter((node) => node instanceof Node);
}

const edit = (/** @type {Card | undefined} */ card) => void host.ask("edit", { session, ...card?.place }).catch(() => undefined);

function goOn() {
  isSeen = true;
  say("");
  keep();
  draw();
  // The time of the next answer begins now.
  look(screen?.taken);
}

/** Looks whether something else stands there by now: the card may have been edited. @param {number} taken */
function look(taken = -1) {
  if (isWaiting || !screen) return;
  const showNew = (/** @type {Screen} */ next) => next.taken <= (screen?.taken ?? -1) || isWaiting || show(next);
  host.ask("answer", { session, taken, lines: [] }).then(showNew, () => undefined);
}

/** @param {string[]} next */
function change(next) {
  draft = next;
  keep();
  draw(true);
}

/** Pairs the marked line. @param {string} mark */
function assign(mark) {
  const lines = screen?.card?.pairs.length ?? 0;
  draft = Array.from({ length: lines }, (_, i) => (i === active ? mark : draft[i] === mark ? "" : draft[i] ?? ""));
  const next = [...draft.keys()].find((i) => !draft[i]);
  active = next ?? active;
  change(draft);
}

/** Sends what was prepared. */
function answer() {
  const card = screen?.card;
  if (!card) return;
  if (card.kind === "multi") send([...draft].sort().join("") + certainty);
  else if (card.kind === "order") send(draft.join(" ") + certainty);
  else if (card.kind === "match") send(draft.map((mark, i) => `${i + 1}${mark}`).join(" ") + certainty);
  else if (card.blanks.length) {
    const empty = [...main.querySelectorAll("input")].find((input) => !input.value.trim());
    if (empty) empty.focus();
    else send(...draft.slice(card.blanks.filter((blank) => blank.given !== undefined).length));
  } else {
    // An empty line would end an explanation, and a line may look like a command.
    const lines = (draft[0] ?? "").split("\n").filter((line) => line.trim());
    const text = lines.some((line) => /^\s*[:?!]/.test(line)) ? [`“${lines.join(" ")}”`] : lines;
    send(...text, ":done");
  }
}

const help = () => /** @type {HTMLDialogElement} */ ($("help")).showModal();

addEventListener("focus", () => look());
addEventListener("resize", reach);
send();
