import type { Json } from "../../../plugin-api/json.ts";
import type { Reason } from "../../../plugin-api/reason.ts";
import { inLanguage } from "../../../plugin-api/text.ts";
import type { GuardParams } from "../../../plugin-api/workflow-definition.ts";
import type { GuardTree } from "../guard-tree.ts";
import { look, type RuleInput } from "../rule-input.ts";

/** What the rule itself has to say, used where the definition says nothing. */
export interface Saying {
  readonly code: string;
  readonly message: string;
  readonly field?: string | undefined;
  /** Values for `{name}` in the definition's own message. */
  readonly values?: { readonly [name: string]: Json | undefined };
}

/** A rule that holds, or that cannot be known before the form is filled in. */
export function open(rule: string, ok: true | null, seen: Pick<GuardTree, "expected" | "actual"> = {}): GuardTree {
  return { rule, ok, ...seen, reasons: [] };
}

/** A rule that blocks, with what it expected and what it found. */
export function blocked(
  rule: string,
  reasons: readonly Reason[],
  seen: { readonly expected?: Json | undefined; readonly actual?: Json | undefined } = {},
): GuardTree {
  return {
    rule,
    ok: false,
    ...(seen.expected !== undefined && { expected: seen.expected }),
    ...(seen.actual !== undefined && { actual: seen.actual }),
    reasons,
  };
}

/** The reason in the definition's words where it has some, in the engine's otherwise. */
export function reasonFor(params: GuardParams, input: RuleInput, saying: Saying): Reason {
  const { message, code, unblock } = params;
  const field = saying.field ?? params.field;
  const fill = (text: string): string => fillIn(text, input, saying.values ?? {});
  return {
    code: code ?? saying.code,
    message: message === undefined ? saying.message : fill(inLanguage(message, input.language)),
    ...(field !== undefined && { field }),
    ...(unblock !== undefined && {
      unblock: {
        title: fill(inLanguage(unblock.title, input.language)),
        ...(unblock.event !== undefined && { event: unblock.event }),
        ...(unblock.path !== undefined && { path: fill(unblock.path) }),
      },
    }),
  };
}

/** `{count}` is a value of the rule, `{memberId}` a field of the case, `{member.name}` one of a related record. */
function fillIn(text: string, input: RuleInput, values: { readonly [name: string]: Json | undefined }): string {
  return text.replace(/\{([\w.]+)\}/g, (_written, name: string) => {
    const value = values[name] ?? fieldOrRelated(name, input);
    return value === undefined || value === null ? "…" : asText(value);
  });
}

function fieldOrRelated(name: string, input: RuleInput): Json | undefined {
  const own = look(`case.${name}`, input);
  if (own.known && own.value !== undefined) return own.value;
  const found = look(name, input);
  return found.known ? found.value : undefined;
}

function asText(value: Json): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
