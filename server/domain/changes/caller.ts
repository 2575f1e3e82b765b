import type { Language } from "../../plugin-api/text.ts";
import type { Principal, Rights } from "../rights/rights.ts";
import type { Office } from "./office.ts";

/** On whose behalf a use case runs, what they may do, and the language they are answered in. */
export interface Caller {
  readonly principal: Principal;
  readonly rights: Rights;
  readonly language: Language;
  /** The request that they ask in, as the log calls it. */
  readonly requestId?: string;
}

/** For whom a plugin is asked: it answers in their language, and its lines in the log bear the id of their request. */
export type Asker = Pick<Caller, "language" | "requestId">;

/** Whoever asks, with the rights in force now. */
export function callerOf(office: Pick<Office, "rightsFor">, principal: Principal, language: Language): Caller {
  return { principal, rights: office.rightsFor(principal), language };
}

/** The product itself: timers, effects, daily jobs. */
export const enginePrincipal: Principal = {
  id: "engine",
  name: "Passerelle",
  roles: ["admin"],
  fields: {},
  kind: "engine",
};

/** The engine, acting in someone's name when it carries out what they began. */
export function engineCaller(
  office: Pick<Office, "rightsFor" | "registry">,
  inNameOf: { readonly id: string; readonly name: string } = enginePrincipal,
): Caller {
  const principal = { ...enginePrincipal, id: inNameOf.id, name: inNameOf.name };
  return callerOf(office, principal, office.registry.office().languages[0] ?? "fr");
}
