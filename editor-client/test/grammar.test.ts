import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const grammar = JSON.parse(readFileSync("syntaxes/deck.tmLanguage.json", "utf8"));
const { metadata, cloze } = grammar.repository;

function groups(pattern: string, text: string): (string | undefined)[] | undefined {
  return new RegExp(pattern).exec(text)?.slice(1);
}

test("a card's metadata begin and end as a comment does", () => {
  assert.deepEqual(groups(metadata.begin, "<!-- card: id=a -->"), ["<!--", "card", ":"]);
  assert.deepEqual(groups(metadata.begin, "<!--cards: level=advanced-->"), ["<!--", "cards", ":"]);
  assert.equal(groups(metadata.begin, "<!-- a remark -->"), undefined);
});

test("keys and values are told apart", () => {
  const { match } = metadata.patterns[0];
  assert.deepEqual(groups(match, "id=worker level=x"), ["id", "=", undefined, "worker"]);
  assert.deepEqual(groups(match, 'tags="a b"'), ["tags", "=", '"a b"', undefined]);
  assert.deepEqual(groups(match, "tags=a,b-->"), ["tags", "=", undefined, "a,b"]);
});

test("blanks have a number, an answer and a hint, of which only the answer must be there", () => {
  const parts = (text: string) => groups(cloze.match, text)?.filter((part) => part !== undefined);
  assert.deepEqual(parts("The {{c1::master::who?}} forks"), [
    "{{",
    "c1",
    "::",
    "master",
    "::",
    "who?",
    "}}",
  ]);
  assert.deepEqual(parts("{{sync}}"), ["{{", "sync", "}}"]);
  assert.equal(parts("{ {sync} }"), undefined);
});
