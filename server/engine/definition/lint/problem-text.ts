import type { ParamProblem } from "../../execution/guards/guard-kind.ts";
import { say } from "../../language/say.ts";
import type { Findings } from "./findings.ts";

/** What is wrong with a parameter of a rule or an action, as a part of a sentence. */
export function problemText({ param, value }: ParamProblem, { context }: Findings): string {
  if (value === undefined) return say(context.language, "params.missing", { param });
  return say(context.language, "params.wrong", { param, value: JSON.stringify(value) });
}
