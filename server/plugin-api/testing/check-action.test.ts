import { describe, expect, test } from "vitest";
import { context, rules } from "../../../test/support/conformance-library.ts";
import type { JsonObject } from "../json.ts";
import { checkAction } from "./index.ts";

describe("actions", () => {
  const trial = (run: (done: string[], key: string, signal: AbortSignal) => void) => {
    const done: string[] = [];
    const action = {
      title: "Remind",
      run: async (_params: JsonObject, { key, signal }: { readonly key: string; readonly signal: AbortSignal }) =>
        run(done, key, signal),
    };
    const effect = { ...context, key: "loans/l1/2/1", case: { id: "l1" } };
    return checkAction(action, { params: {}, context: effect, observe: () => [...done] });
  };

  test("one that does its work once whatever the deliveries passes", async () => {
    const breaches = await trial((done, key, signal) => {
      signal.throwIfAborted();
      if (!done.includes(key)) done.push(key);
    });
    expect(breaches).toEqual([]);
  });

  test("a second effect, none at all and an ignored abort are found", async () => {
    expect(rules(await trial((done) => done.push("again")))).toEqual(["idempotent", "abort"]);
    expect(rules(await trial(() => undefined))).toEqual(["effect", "abort"]);
  });
});
