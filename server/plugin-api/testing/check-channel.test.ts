import { describe, expect, test } from "vitest";
import { context, rules } from "../../../test/support/conformance-library.ts";
import { checkChannel } from "./index.ts";

describe("channels", () => {
  const message = { key: "k", to: "a", subject: "s", text: "t" };
  const trial = (send: (isUp: boolean, signal: AbortSignal) => void) => {
    let isUp = true;
    const channel = {
      title: "Post",
      send: async (_message: object, { signal }: { readonly signal: AbortSignal }) => send(isUp, signal),
    };
    return checkChannel(channel, {
      message,
      context,
      fail: () => {
        isUp = false;
      },
    });
  };

  test("one that says when nothing is delivered passes; silence and dumbness are found", async () => {
    const honest = (isUp: boolean, signal: AbortSignal) => {
      signal.throwIfAborted();
      if (!isUp) throw new Error("nobody there");
    };
    expect(await trial(honest)).toEqual([]);
    expect(rules(await trial((_, signal) => signal.throwIfAborted()))).toEqual(["reports-failures"]);
    const never = () => {
      throw new Error("");
    };
    expect(rules(await trial(never))).toEqual(["delivers", "in-words"]);
  });
});
