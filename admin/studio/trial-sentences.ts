import type { Effect } from "../../server/engine/execution/decision.ts";
import type { ServedType } from "../../server/http/api-types.ts";
import type { Json } from "../../server/plugin-api/json.ts";
import { inLanguage, type Language } from "../../server/plugin-api/text.ts";
import type { Say } from "../app/i18n/use-say.ts";

interface Reading {
  readonly say: Say;
  readonly language: Language;
  readonly types: readonly ServedType[];
}

/** What an effect would do, in a sentence. */
export function effectSentence({ type, params }: Effect, { say, language, types }: Reading): string {
  const titleOf = (id: Json | undefined) => types.find((one) => one.id === id)?.title ?? String(id ?? "");
  const to = params["to"];
  const target = titleOf(isObject(to) ? to["type"] : undefined);
  if (type === "create") return say("studio.effectCreate", { type: titleOf(params["type"]) });
  if (type === "task") return say("studio.effectTask", { title: textOf(params["title"], language) });
  if (type === "update") return say("studio.effectUpdate", { type: target });
  if (type === "send") {
    const event = String(params["event"] ?? "");
    const title = types.find((one) => isObject(to) && one.id === to["type"])?.events?.[event]?.title ?? event;
    return say("studio.effectSend", { title, type: target });
  }
  return say("studio.effectPlugin", { action: type });
}

function textOf(value: Json | undefined, language: Language): string {
  if (typeof value === "string") return value;
  if (isObject(value) && typeof value["fr"] === "string" && typeof value["en"] === "string") {
    return inLanguage({ fr: value["fr"], en: value["en"] }, language);
  }
  return "";
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
