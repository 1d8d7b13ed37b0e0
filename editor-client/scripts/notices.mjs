import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { client, root } from "./project.mjs";

/** What is bundled into the extension and into the pages of the server. */
const bundled = [
  "highlight.js",
  "katex",
  "vscode-jsonrpc",
  "vscode-languageclient",
  "vscode-languageserver-protocol",
  "vscode-languageserver-types",
];

/** Writes NOTICES.txt: the licences of what a package has besides our own work. */
export function writeNotices(runtime) {
  const parts = bundled.map(ofNpm);
  if (runtime !== undefined) {
    parts.push(".NET (MIT)\n\nCopyright (c) .NET Foundation and Contributors", ...ofNuGet(runtime));
  }
  writeFileSync(join(client, "NOTICES.txt"), parts.join(`\n\n${"-".repeat(72)}\n\n`));
}

function ofNpm(name) {
  const folder = join(client, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
}

function ofNuGet(runtime) {
  const assets = JSON.parse(
    readFileSync(
      join(root, "artifacts", "package", "obj", "WsgiLsp.Cli", "project.assets.json"),
      "utf8",
    ),
  );
  const libraries = Object.entries(assets.targets)
    .filter(([name]) => name.endsWith(`/${runtime}`))
    .flatMap(([, target]) => Object.entries(target))
    .filter(([, one]) => one.type === "package" && (one.runtime ?? one.native) !== undefined)
    .map(([name]) => name);
  const packages = process.env.NUGET_PACKAGES ?? join(homedir(), ".nuget", "packages");
  return [...new Set(libraries)].sort().map((library) => {
    const [name, version] = library.toLowerCase().split("/");
    const spec = readFileSync(join(packages, name, version, `${name}.nuspec`), "utf8");
    const part = (tag) => new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`).exec(spec)?.[1]?.trim();
    return `${library.replace("/", " ")} (${part("license") ?? part("licenseUrl") ?? "see its project"})\n\n${part("copyright") ?? part("authors")}\n${part("projectUrl") ?? ""}`;
  });
}
