import { strict as assert } from "node:assert";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { findServer } from "../src/findServer";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "wsgilsp-"));
});

afterEach(() => rmSync(root, { force: true, recursive: true }));

function program(...parts: string[]): string {
  const file = join(root, ...parts);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  chmodSync(file, 0o755);
  return file;
}

function find(
  configured = "",
  platform: NodeJS.Platform = "linux",
  opener = "",
): string | undefined {
  const path = ["", join(root, "empty"), join(root, "bin")].join(delimiter);
  return findServer({ opener, configured, extension: join(root, "extension"), path, platform });
}

test("the configured server comes before the bundled one", () => {
  program("extension", "server", "wsgilsp");
  const own = program("own", "server");
  assert.equal(find(own), own);
});

test("the program that opened the window comes before the configured server", () => {
  const opener = program("opener", "wsgilsp");
  const own = program("own", "server");
  assert.equal(find(own, "linux", opener), opener);
  assert.equal(find(own, "linux", join(root, "missing")), undefined);
});

test("the bundled server comes before one on the PATH", () => {
  const bundled = program("extension", "server", "wsgilsp");
  program("bin", "wsgilsp");
  assert.equal(find(), bundled);
});

test("without a bundled server the PATH is searched", () => {
  const onPath = program("bin", "wsgilsp");
  assert.equal(find(), onPath);
});

test("on Windows the program's name ends in .exe", () => {
  program("bin", "wsgilsp");
  const onPath = program("bin", "wsgilsp.exe");
  assert.equal(find("", "win32"), onPath);
});

test("a configured server that is missing is not replaced by another", () => {
  program("extension", "server", "wsgilsp");
  assert.equal(find(join(root, "missing")), undefined);
});

test("a folder of that name is no server", () => {
  mkdirSync(join(root, "bin", "wsgilsp"), { recursive: true });
  assert.equal(find(), undefined);
});
