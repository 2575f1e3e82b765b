import { defineConfig } from "vitest/config";

/** Patient enough for a machine with far too much to do: what hangs is told late, what is slow is no failure. */
const shared = {
  pool: "forks",
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
} as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: "build/test-results.json" }]],
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["server/**/*.test.ts", "admin/**/*.test.{ts,tsx}", "plugins/**/*.test.ts"],
        },
      },
      {
        test: {
          ...shared,
          name: "integration",
          include: ["test/{architecture,integration,conformance}/**/*.test.ts"],
          globalSetup: ["test/support/postgres-server.ts"],
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/support/sample-town.ts"],
          fileParallelism: false,
        },
      },
    ],
  },
});
