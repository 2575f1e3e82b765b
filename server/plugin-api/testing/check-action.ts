import type { ActionContext, ActionContribution } from "../contributions/index.ts";
import type { JsonObject } from "../json.ts";
import { abortBreaches, type Breach, differing } from "./breach.ts";

/** One effect, and how the test sees what it did. */
export interface ActionTrial<Config = JsonObject> {
  readonly params: JsonObject;
  readonly context: ActionContext<Config>;
  /** What the effect has left behind, outside: letters sent, rows written. */
  readonly observe: () => unknown;
}

/**
 * What every action keeps: it does something; a second delivery with the same key changes nothing more; an aborted
 * call ends; it does not change what it was given.
 */
export async function checkAction<Config>(
  action: ActionContribution<Config>,
  { params, context, observe }: ActionTrial<Config>,
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  const given = JSON.stringify([params, context.case]);
  const before = JSON.stringify(await observe());
  await action.run(params, context);
  const once = await observe();
  if (JSON.stringify(once) === before) breaches.push({ rule: "effect", what: "it left nothing behind" });
  const first = structuredClone(once);
  await action.run(params, context);
  breaches.push(...differing("idempotent", first, await observe()));
  if (JSON.stringify([params, context.case]) !== given)
    breaches.push({ rule: "pure", what: "it changed what it was given" });
  const another = { ...context, key: `${context.key}/aborted` };
  breaches.push(...(await abortBreaches((signal) => action.run(params, { ...another, signal }))));
  return breaches;
}
