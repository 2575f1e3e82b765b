export { checkGuard, checkImporter, checkMatcher, checkReport } from "./conformance.ts";
export { createMemoryRecords } from "./memory-records.ts";
export { testContext } from "./test-context.ts";
