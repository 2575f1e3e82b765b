import type { RetentionRule } from "../../plugin-api/record-type-definition.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";

/** A rule of retention with the type whose records it is about. */
export interface KeptRule {
  readonly type: PublishedType;
  readonly rule: RetentionRule;
}

/** Every rule in force, type by type. */
export function retentionRules({ registry }: Pick<Office, "registry">): readonly KeptRule[] {
  return registry.types().flatMap((type) => (type.definition.privacy?.retention ?? []).map((rule) => ({ type, rule })));
}

/** How long deleted records of people, and the log of reads, are kept: as the office says, else a month and a year. */
export function usualTimes({ registry }: Pick<Office, "registry">) {
  return { deletedRecords: "P30D", readLog: "P1Y", ...registry.office().privacy };
}
