import type { CallContext, JsonObject, Language, Match } from "../../server/plugin-api/index.ts";
import { textOf } from "./reading/json-fields.ts";
import { types } from "./type-names.ts";

/** The ids on the other side of the applications that meet the filter: who or what was already proposed. */
export async function alreadyProposed({ records }: CallContext, filter: JsonObject): Promise<ReadonlySet<string>> {
  const applications = await records.list(types.applications, { filter });
  const other = "recruitmentId" in filter ? "journeyId" : "recruitmentId";
  return new Set(applications.map((application) => textOf(application, other)));
}

/** The match, saying so when it was proposed before. It stays where it is: the score is not touched. */
export function withProposals(match: Match, proposed: ReadonlySet<string>, language: Language): Match {
  if (!proposed.has(match.id)) return match;
  const message = language === "fr" ? "Déjà proposé" : "Already proposed";
  return { ...match, reasons: [...match.reasons, { code: "already-proposed", message, weight: 0 }] };
}
