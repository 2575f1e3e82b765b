import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["server/**/*.test.ts", "admin/**/*.test.{ts,tsx}", "plugins/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "build/**"],
    globalSetup: ["test/support/postgres-server.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ["default", ["json", { outputFile: "build/test-results.json" }]],
  },
});
