import { describe, expect, test } from "vitest";
import { plugin, records, rules } from "../../../test/support/conformance-library.ts";
import { checkExporter, exportContext } from "./index.ts";

describe("exporters", () => {
  const period = { from: "2026-01-01", to: "2026-03-31" };
  const trial = (name: string, content: () => string) =>
    checkExporter(
      {
        title: "Loans",
        roles: [],
        run: async (_params, { signal }) => {
          signal.throwIfAborted();
          return { name, mediaType: "text/csv", content: content() };
        },
      },
      period,
      exportContext(plugin, records),
    );

  test("one that makes the same file passes; a nameless, empty or changing one is found", async () => {
    const answers = ["a", "b", "c", "d"];
    expect(await trial("loans.csv", () => "id")).toEqual([]);
    expect(rules(await trial("loans", () => ""))).toEqual(["file"]);
    expect(rules(await trial("loans.csv", () => answers.shift() ?? "e"))).toEqual(["deterministic"]);
  });
});
