import { say } from "../../language/say.ts";
import { words } from "../../schema/fold.ts";
import { fieldNamed, look } from "../rule-input.ts";
import { blocked, open, reasonFor } from "./blocked.ts";
import type { GuardKind } from "./guard-kind.ts";

/** `text`: the text at `field` holds none of the phrases of `without`, accents and case aside, as whole words. An empty text passes. */
export const textGuard: GuardKind = {
  evaluate(params, { input }) {
    const { field, without } = params;
    if (field === undefined || !isPhrases(without)) throw new Error("its parameters are wrong");
    const found = look(field, input);
    if (!found.known) return open("text", null);
    if (typeof found.value !== "string") return open("text", true);
    const text = spaced(found.value);
    const phrase = without.find((each) => text.includes(spaced(each)));
    if (phrase === undefined) return open("text", true);
    const values = { found: phrase };
    const message = say(input.language, "rule.text", { field: fieldNamed(field) ?? field, found: phrase });
    const reason = reasonFor(params, input, { code: "text", message, field: fieldNamed(field), values });
    return blocked("text", [reason], { actual: phrase });
  },
  problems({ field, without }) {
    return [
      ...(typeof field === "string" ? [] : [{ param: "field" }]),
      ...(isPhrases(without) ? [] : [{ param: "without", ...(without !== undefined && { value: without }) }]),
    ];
  },
};

function isPhrases(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((phrase) => typeof phrase === "string" && words(phrase).length > 0);
}

/** Each word between spaces, so that a phrase is found as whole words. */
function spaced(text: string): string {
  return ` ${words(text).join(" ")} `;
}
