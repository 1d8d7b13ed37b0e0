import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const { contributes, activationEvents } = JSON.parse(readFileSync("package.json", "utf8"));
const source = readdirSync("src")
  .map((file) => readFileSync(join("src", file), "utf8"))
  .join("\n");
const offered: string[] = contributes.commands.map((one: { command: string }) => one.command);

test("every command is registered, and every registered command is offered", () => {
  const registered = [...source.matchAll(/register(?:TextEditor)?Command\("([^"]+)"/g)].map(
    (one) => one[1],
  );
  assert.deepEqual(registered.sort(), [...offered].sort());
});

test("keys, menus and walkthroughs name commands that there are", () => {
  const named = [...contributes.keybindings, ...Object.values(contributes.menus).flat()].map(
    (one) => one.command,
  );
  const linked = [...JSON.stringify(contributes.walkthroughs).matchAll(/command:([\w.]+)/gi)].map(
    (one) => one[1],
  );
  for (const command of [...named, ...linked]) {
    assert.ok(offered.includes(command), command);
  }
});

test("walkthroughs say nothing in code, which VS Code would show with its backticks", () => {
  for (const { description, steps } of contributes.walkthroughs) {
    for (const text of [
      description,
      ...steps.map((step: { description: string }) => step.description),
    ]) {
      assert.doesNotMatch(text, /`/);
    }
  }
});

test("every picture and page of a walkthrough is in the package", () => {
  const ignored = readFileSync(".vscodeignore", "utf8");
  assert.match(ignored, /^!media\/\*\*$/m);
  for (const { steps } of contributes.walkthroughs) {
    for (const { media } of steps) {
      assert.ok(existsSync(media.markdown), media.markdown);
    }
  }
});

test("a panel that VS Code brings back starts the extension", () => {
  const type = /viewType = "([^"]+)"/.exec(source)?.[1];
  assert.ok(activationEvents.includes(`onWebviewPanel:${type}`));
});

test("every setting says what it is for", () => {
  for (const [name, one] of Object.entries<Record<string, string>>(
    contributes.configuration.properties,
  )) {
    assert.ok((one.description ?? one.markdownDescription ?? "").length > 20, name);
  }
});
