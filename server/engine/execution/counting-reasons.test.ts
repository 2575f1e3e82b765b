import { describe, expect, it } from "vitest";
import type { Reason } from "../../plugin-api/reason.ts";
import { countingReasons } from "./counting-reasons.ts";
import type { GuardTree } from "./guard-tree.ts";

const reason = (code: string): Reason => ({ code, message: code });
const counted = (ok: boolean): GuardTree => ({ rule: "count", ok, actual: 1, reasons: ok ? [] : [reason("full")] });
const uncounted: GuardTree = { rule: "count", ok: false, reasons: [reason("uncounted")] };
const late: GuardTree = { rule: "date", ok: false, reasons: [reason("late")] };
const passed: GuardTree = { rule: "date", ok: true, reasons: [] };
const of = (rule: string, parts: readonly GuardTree[], own?: string): GuardTree => ({
  rule,
  ok: false,
  reasons: own === undefined ? parts.flatMap((part) => part.reasons) : [reason(own)],
  parts,
});
const codes = (tree: GuardTree) => countingReasons(tree).map(({ code }) => code);

describe("countingReasons", () => {
  it.each<[string, GuardTree, readonly string[]]>([
    ["a count that blocks", counted(false), ["full"]],
    ["a count that does not", counted(true), []],
    ["a count that was not asked for", uncounted, []],
    ["a rule that counts nothing", late, []],
    ["the count among rules that block beside it", of("all", [late, counted(false), passed]), ["full"]],
    ["no count among rules that block without it", of("all", [late, counted(true)]), []],
    ["a group in its own words, for a count in it", of("any", [late, counted(false)], "taken"), ["taken"]],
    ["groups in groups", of("all", [of("any", [late, counted(false)], "taken"), late]), ["taken"]],
    ["what must not be counted so, and is", of("not", [counted(true)], "too many"), ["too many"]],
    ["what must not be so, and counts nothing", of("not", [passed], "no"), []],
  ])("tells of %s", (_, tree, told) => {
    expect(codes(tree)).toEqual(told);
  });

  it("tells nothing of a rule that holds, or cannot be known", () => {
    expect(codes({ rule: "all", ok: true, reasons: [], parts: [counted(true)] })).toEqual([]);
    expect(codes({ rule: "any", ok: null, reasons: [], parts: [counted(false)] })).toEqual([]);
  });
});
