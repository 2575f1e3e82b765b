import type { DataSchema } from "../data-schema.ts";
import type { JsonObject } from "../json.ts";
import type { Text } from "../text.ts";
import type { CallContext } from "./call-context.ts";

/** An effect in code: done from the outbox, at least once; `key` is the same at every attempt. */
export interface ActionContribution<Config = JsonObject> {
  readonly title: Text;
  readonly params?: DataSchema;
  run(params: JsonObject, context: ActionContext<Config>): Promise<void>;
}

/** What an action is given beside its parameters. */
export interface ActionContext<Config = JsonObject> extends CallContext<Config> {
  readonly key: string;
  /** The case that the effect comes from, as it is now. */
  readonly case: JsonObject;
}
