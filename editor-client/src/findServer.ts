import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a server may be. */
export interface Places {
  /** The setting `wsgilsp.server.path`; empty where it is not set. */
  configured: string;
  /** The extension's own folder, which holds `server/` in a platform's package. */
  extension: string;
  /** The environment's `PATH`. */
  path: string;
  platform: NodeJS.Platform;
}

/**
 * The server to run: the configured one, else the bundled one, else the first on the `PATH`.
 * A configured server that is missing is undefined, never replaced: the user asked for that one.
 */
export function findServer(places: Places): string | undefined {
  if (places.configured !== "") {
    return isProgram(places.configured) ? places.configured : undefined;
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
