/** The actions of every office that leave an effect in the outbox. */
export const effectActions = ["create", "send", "update", "task"] as const;

/** One of {@link effectActions}. */
export type EffectAction = (typeof effectActions)[number];

/** Every action that needs no plugin: `set` belongs to the decision itself. */
export const builtInActions: ReadonlySet<string> = new Set(["set", ...effectActions]);
