import { expect, test } from "vitest";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import { createAjvValidator } from "./ajv-validator.ts";
import { isLinearPattern, linearPattern } from "./linear-pattern.ts";

const slow = ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "a*a*a*a*a*b", "^(.*a){12}$"];

test.each(slow)("the pattern %s, which would take for ever, is answered at once", (pattern) => {
  const schema: DataSchema = { type: "object", properties: { note: { type: "string", pattern } } };
  const before = process.cpuUsage();
  const issues = createAjvValidator().check(schema, { note: `${"a".repeat(20_000)}!` }, "en");
  expect(issues.map(({ path, keyword }) => [path, keyword])).toEqual([["note", "pattern"]]);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
});

test.each([
  ["^[A-N][0-9]{4}$", "M1805", "m1805"],
  ["^[^\\s.,#][^.,#]*$", "à faire", "a.b"],
  ["^https://|^http://(localhost|127\\.0\\.0\\.1)", "http://localhost:1", "http://exemple.fr"],
  ["^\\p{Lu}", "Émile", "émile"],
  ["\\u00e9$", "café", "cafe"],
  ["^a$", "a", "a\n"],
  ["b", "abc", "ac"],
])("%s takes %j and refuses %j, as the browser does", (pattern, right, wrong) => {
  const engines = [linearPattern(pattern), new RegExp(pattern, "u")];
  expect(engines.map((engine) => [engine.test(right), engine.test(wrong)])).toEqual([
    [true, false],
    [true, false],
  ]);
});

test("what cannot be run in a bounded time is no pattern of a definition", () => {
  const refused = ["(?=a)b", "(?<!a)b", "(a)\\1", "(a{1000}){1000}", "(", "[z-a]"];
  expect(refused.filter(isLinearPattern)).toEqual([]);
  expect(slow.filter((pattern) => !isLinearPattern(pattern))).toEqual([]);
});
