import { writeFileSync } from "node:fs";
import { commandTests } from "./commands";
import { lifeTests } from "./life";
import { settingTests } from "./settings";

/**
 * Runs in VS Code's extension host, which calls this: each test in turn, in one window. What became of them goes to the
 * file that E2E_HOST_TESTS names, a line each.
 */
export async function run(): Promise<void> {
  const lines: string[] = [];
  for (const [name, test] of Object.entries({ ...commandTests, ...settingTests, ...lifeTests })) {
    try {
      await test();
      lines.push(`passed: ${name}`);
    } catch (error) {
      lines.push(`failed: ${name}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  writeFileSync(process.env.E2E_HOST_TESTS ?? "", lines.join("\n"));
}
