import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { typeChecker } from "../../support/type-errors.ts";
import { guideExample } from "./guide-example.ts";

const check = typeChecker("plugins/trial/plugin.ts");

test.each(["opening-hours", "remote-figures"])("the code of %s in the guide compiles", async (id) => {
  expect(check(await guideExample(id))).toEqual([]);
});

test.each([
  ["opening-hours", "guards:", "gaurds:", /'gaurds' does not exist in type 'Plugin/],
  ["opening-hours", "{ today, language }", "{ today, langage }", /'langage' does not exist on type 'GuardInput'/],
  ["remote-figures", '"worker"', '"workers"', /"workers"' is not assignable/],
  ["remote-figures", "configVersion: 2", "configversion: 2", /'configversion' does not exist in type 'Plugin/],
  ["remote-figures", "config: { url, key", "config: { ulr, key", /'ulr' does not exist/],
  ["remote-figures", "signal })", "singal })", /'singal' does not exist on type 'CallContext/],
])("in %s, “%s” misspelt as “%s” does not compile, and its line is named", async (id, right, wrong, message) => {
  const text = await guideExample(id);
  expect(text).toContain(right);
  const misspelt = text.replace(right, wrong);
  const line = misspelt.slice(0, misspelt.indexOf(wrong)).split("\n").length;
  const errors = check(misspelt);
  expect(errors.join("\n")).toMatch(message);
  expect(errors.map((error) => Number(error.split(":")[0]))).toContain(line);
});

test.each([
  ["opening-hours", "reasons: [", "reason: [", /UnknownKey<"reason">/],
  ["remote-figures", "totals: {", "total: {", /UnknownKey<"total">/],
])(
  "in %s, an answer whose “%s” is misspelt does not compile, and the key is named",
  async (id, right, wrong, message) => {
    expect(check((await guideExample(id)).replace(right, wrong)).join("\n")).toMatch(message);
  },
);

test("settings are typed as their schema says", async () => {
  const template = await readFile("plugins/_template/exporter/plugin.ts", "utf8");
  const text = template.replaceAll("../../../", "../../");
  expect(check(text)).toEqual([]);
  expect(check(text.replace("records.each(type,", "records.each(type * 2,")).join()).toMatch(/arithmetic operation/);
});
