import { isObject } from "../../schema/is-object.ts";
import { token } from "../state-tree.ts";
import type { Findings } from "./findings.ts";

/** Every sentence of the definition that is written in French alone. */
export function lintTexts(value: unknown, path: string, findings: Findings): void {
  if (Array.isArray(value)) {
    for (const [n, item] of value.entries()) lintTexts(item, `${path}/${n}`, findings);
    return;
  }
  if (!isObject(value)) return;
  const { fr, en } = value;
  if (typeof fr === "string" && Object.keys(value).every((key) => key === "fr" || key === "en")) {
    if (typeof en !== "string") findings.warning("missing-language", path, { text: fr });
    return;
  }
  for (const [key, inner] of Object.entries(value)) lintTexts(inner, `${path}/${token(key)}`, findings);
}
