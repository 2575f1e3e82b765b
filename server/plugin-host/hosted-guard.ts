import type { GuardAnswer, GuardContribution, GuardInput } from "../plugin-api/contributions/index.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import { inLanguage, type Language } from "../plugin-api/text.ts";
import { gateOf, type HostedPlugin } from "./hosted-plugin.ts";
import { PluginCallError } from "./plugin-errors.ts";
import { ToldFailure } from "./told-failure.ts";

/**
 * A guard that never throws: what keeps it from deciding blocks with a sentence, or lets go on where it says so.
 * `find` answers the plugin as it is now, and null while it is not in force.
 */
export function hostedGuard(hosted: HostedPlugin, id: string, find: () => HostedPlugin | null): GuardContribution {
  return {
    ...declaredGuard(hosted, id),
    evaluate(params, input) {
      const now = find();
      if (!now?.plugin.guards?.[id]) return blocked("plugin-off", switchedOff(hosted, input.language));
      try {
        return askGuard(now, id, { params, input });
      } catch (error) {
        return now.plugin.guards[id].fallback === "pass"
          ? { ok: true }
          : blocked("plugin-unavailable", messageOf(error, input.language));
      }
    },
  };
}

/** Its own answer, without a fallback. @throws PluginCallError when there is none. */
export function askGuard(
  hosted: HostedPlugin,
  id: string,
  { params, input }: { readonly params: JsonObject; readonly input: GuardInput },
): GuardAnswer {
  const guard = declaredGuard(hosted, id);
  return gateOf(hosted, "guard", id).callNow(() => checkedAnswer(guard.evaluate(params, input)));
}

function declaredGuard({ plugin }: HostedPlugin, id: string): GuardContribution {
  const guard = plugin.guards?.[id];
  if (!guard) throw new Error(`Nothing is declared under the name “${id}”`);
  return guard;
}

/** Cheaper than a schema: guards are asked at every decision. */
function checkedAnswer(answer: GuardAnswer): GuardAnswer {
  const told = answer as { readonly ok?: unknown; readonly reasons?: unknown } | null | undefined;
  if (told?.ok === true || (told?.ok === false && Array.isArray(told.reasons))) return answer;
  throw new ToldFailure({
    fr: "La réponse n’est pas celle que demande l’interface des extensions : { ok }, avec ses raisons quand il est faux",
    en: "The answer is not what the plugin interface asks for: { ok } with reasons when it is false",
  });
}

const blocked = (code: string, message: string) => ({ ok: false as const, reasons: [{ code, message }] });

function switchedOff(hosted: HostedPlugin, language: Language): string {
  const title = inLanguage(hosted.plugin.title, language);
  return language === "fr"
    ? `Cette règle vient de l’extension « ${title} », qui est désactivée. Demandez à l’administrateur de la réactiver.`
    : `This rule comes from the plugin “${title}”, which is switched off. Ask the administrator to switch it on.`;
}

function messageOf(error: unknown, language: Language): string {
  if (error instanceof PluginCallError) return inLanguage(error.details.message, language);
  return String(error);
}
