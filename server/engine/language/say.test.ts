import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { say } from "./say.ts";

describe("say", () => {
  it("fills in the values", () => {
    expect(say("fr", "issue.minimum", { limit: 3 })).toBe("Au moins 3.");
    expect(say("en", "refuse.internal")).toBe("This action happens by itself: it cannot be asked for.");
  });

  it("asks for the same values in both languages", () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [key, sentence] of Object.entries(fr)) {
      expect([key, names(en[key as keyof typeof fr])]).toEqual([key, names(sentence)]);
    }
  });
});
