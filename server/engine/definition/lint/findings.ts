import { type SentenceKey, type SentenceValues, say } from "../../language/say.ts";
import type { Finding, LintAnswer } from "../finding.ts";
import type { LintContext } from "../lint-context.ts";

/** A code of a finding: the rest of its sentence's key. */
export type FindingCode = SentenceKey extends infer Key ? (Key extends `lint.${infer Code}` ? Code : never) : never;

type Told<Code extends FindingCode> = SentenceValues<`lint.${Code}`>;

/** Gathers what lint finds. */
export interface Findings {
  readonly context: LintContext;
  error<Code extends FindingCode>(code: Code, path: string, ...values: Told<Code>): void;
  warning<Code extends FindingCode>(code: Code, path: string, ...values: Told<Code>): void;
  answer(): LintAnswer;
}

/** Starts with nothing found. What is found twice at one place is told once. */
export function createFindings(context: LintContext): Findings {
  const errors = new Map<string, Finding>();
  const warnings = new Map<string, Finding>();
  const add = <Code extends FindingCode>(
    list: Map<string, Finding>,
    found: { readonly code: Code; readonly path: string },
    values: Told<Code>,
  ): void => {
    const finding = { ...found, message: say(context.language, `lint.${found.code}`, ...values) };
    list.set(`${finding.path} ${finding.message}`, finding);
  };
  return {
    context,
    error: (code, path, ...values) => add(errors, { code, path }, values),
    warning: (code, path, ...values) => add(warnings, { code, path }, values),
    answer: () => ({ errors: [...errors.values()], warnings: [...warnings.values()] }),
  };
}
