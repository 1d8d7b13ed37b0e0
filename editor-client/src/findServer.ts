import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a server may be. */
export interface Places {
  /** The program of `wsgilsp open`, which started this window; empty where nobody did. */
  opener: string;
  /** The setting `wsgilsp.server.path`; empty where it is not set. */
  configured: string;
  /** The extension's own folder, which holds `server/` in a platform's package. */
  extension: string;
  /** The environment's `PATH`. */
  path: string;
  platform: NodeJS.Platform;
}

/**
 * The server to run: that of `wsgilsp open`, else the configured one, else the bundled one, else the first on the `PATH`.
 * One that was asked for and is missing is undefined, never replaced.
 */
export function findServer(places: Places): string | undefined {
  const asked = places.opener || places.configured;
  if (asked !== "") {
    return isProgram(asked) ? asked : undefined;
  }
  const name = places.platform === "win32" ? "wsgilsp.exe" : "wsgilsp";
  const folders = places.path.split(delimiter).filter((folder) => folder !== "");
  return [join(places.extension, "server"), ...folders]
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
