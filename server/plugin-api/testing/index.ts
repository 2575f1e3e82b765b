export { type Breach, checkGuard, checkImporter, checkMatcher, checkReport } from "./conformance.ts";
export { createMemoryRecords, type MemoryRecords } from "./memory-records.ts";
export { testContext } from "./test-context.ts";
