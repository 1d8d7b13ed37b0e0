import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The extension's folder. */
export const client = dirname(dirname(fileURLToPath(import.meta.url)));

/** The repository's. */
export const root = dirname(client);

/** The version, from the one place that knows it; package.json carries a placeholder. */
export const release = /<Version>(.+)<\/Version>/.exec(
  readFileSync(join(root, "Directory.Build.props"), "utf8"),
)[1];
