import type { Language } from "../../../server/plugin-api/text.ts";
import { formatNumber } from "../../schema-ui/text-formats.ts";

type Catalogue = { readonly [key: string]: string | Catalogue };

/** The catalogue with `%{smart_count}` where the count is to be read, not only chosen by: it is told by `withToldCount`. */
export function countsTold<Messages extends object>(messages: Messages): Messages {
  const told = (part: Catalogue): Catalogue =>
    Object.fromEntries(
      Object.entries(part).map(([key, text]) => [
        key,
        typeof text === "string" ? text.replaceAll("%{smart_count}", "%{told_count}") : told(text),
      ]),
    );
  return told(messages as Catalogue) as Messages;
}

/** The values of a sentence with its count as people read it: "1 250". */
export function withToldCount(values: unknown, language: Language): object | undefined {
  if (typeof values !== "object" || values === null) return undefined;
  const count: unknown = "smart_count" in values ? values.smart_count : undefined;
  return typeof count === "number" ? { ...values, told_count: formatNumber(count, language) } : values;
}
