import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const client = process.cwd();
const manifest = JSON.parse(readFileSync(join(client, "package.json"), "utf8"));

// The package holds what the server's build puts into server/, so that the schema is there once.
test("wsgilsp.json is validated by the schema that the server brings", () => {
  const [{ fileMatch, url }] = manifest.contributes.jsonValidation;
  assert.equal(fileMatch, "wsgilsp.json");
  const inServer = /^\.\/server\/(docs\/.+)$/.exec(url);
  assert.ok(inServer?.[1], `${url} is in no package`);
  const schema = JSON.parse(readFileSync(join(client, "..", inServer[1]), "utf8"));
  assert.equal(schema.title, fileMatch);
  const project = join(client, "..", "src", "WsgiLsp.Server", "WsgiLsp.Server.csproj");
  assert.ok(readFileSync(project, "utf8").includes(`Link="${inServer[1]}"`));
  assert.ok(readFileSync(join(client, ".vscodeignore"), "utf8").includes("!server/docs/**"));
});

test("wsgilsp.json may have comments, as the server reads them", () => {
  const [language] = manifest.contributes.languages;
  assert.deepEqual(language, { id: "jsonc", filenames: ["wsgilsp.json"] });
});
