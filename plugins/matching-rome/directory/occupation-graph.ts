import type { JsonObject } from "../../../server/plugin-api/index.ts";
import { textOf, textsOf } from "../reading/json-fields.ts";

/** How an occupation that is sought stands to the one that is offered, the nearest first. */
export const relations = ["same", "close", "evolution", "domain", "none"] as const;
/** One of `relations`. */
export type Relation = (typeof relations)[number];

/** The occupations of the directory and the ways between them. */
export interface OccupationGraph {
  label(code: string): string;
  /** From what is sought to what is offered. */
  relation(sought: string, offered: string): Relation;
  /** Codes from which one gets to the offered one by that relation, `same` and `none` apart. */
  from(offered: string, relation: "close" | "evolution"): ReadonlySet<string>;
}

/** Reads the graph from records of type `occupations`. "Close" holds both ways; an evolution leads one way. */
export function readOccupationGraph(occupations: readonly JsonObject[]): OccupationGraph {
  const labels = new Map<string, string>();
  const close = new Map<string, Set<string>>();
  const evolution = new Map<string, Set<string>>();
  const add = (ways: Map<string, Set<string>>, to: string, from: string) => {
    const known = ways.get(to);
    if (known) known.add(from);
    else ways.set(to, new Set([from]));
  };
  for (const occupation of occupations) {
    const code = textOf(occupation, "code");
    labels.set(code, textOf(occupation, "label"));
    for (const other of textsOf(occupation, "close")) {
      add(close, other, code);
      add(close, code, other);
    }
    for (const other of textsOf(occupation, "evolutions")) add(evolution, other, code);
  }
  const from = (offered: string, relation: "close" | "evolution") =>
    (relation === "close" ? close : evolution).get(offered) ?? nothing;
  return {
    label: (code) => labels.get(code) ?? code,
    from,
    relation(sought, offered) {
      if (sought === offered) return "same";
      if (from(offered, "close").has(sought)) return "close";
      if (from(offered, "evolution").has(sought)) return "evolution";
      return domainOf(sought) === domainOf(offered) ? "domain" : "none";
    },
  };
}

const nothing: ReadonlySet<string> = new Set();

/** The professional domain of a ROME code, such as `K13`. */
export function domainOf(code: string): string {
  return code.slice(0, 3);
}
