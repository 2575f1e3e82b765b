import { flattenRecord, isCase } from "../../engine/execution/flatten-record.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { unknownType } from "../records/record-errors.ts";
import type { Condition } from "../records/record-reader.ts";
import { pastOffice } from "./past-office.ts";
import { beginningOf, type RecordPage, recordPage } from "./record-pages.ts";

/** Which records a matcher is asked about, and the page of them. */
export interface MatchInquiry {
  /** The type of the records that a matcher is asked about. */
  readonly type: string;
  /** The office day at whose end the records are looked at; null for as they are. */
  readonly on: string | null;
  readonly after: string | null;
}

/** A page of the records that a matcher is asked about. */
export interface MatchQuestionPage extends Pick<RecordPage, "of" | "next"> {
  /** When they were so, UTC ISO-8601; null for now. */
  readonly at: string | null;
  readonly asked: readonly JsonObject[];
  readonly records: number;
}

const recordsAtOnce = 10;

/**
 * The records that a matcher is asked about, page by page: as they are, or as they were on a day. Of a workflow the
 * active cases, then as now.
 *
 * @throws DomainError `malformed-day`, `malformed-page`, `unknown-type`.
 */
export async function matchQuestions(
  office: Office,
  { type: id, on, after }: MatchInquiry,
): Promise<MatchQuestionPage> {
  const type = office.registry.type(id);
  if (!type) throw unknownType(id);
  const at = on === null ? null : beginningOf(office, on, 1);
  const page = await recordPage(office, {
    types: [type],
    where: () => whereOf(type, at),
    after,
    limit: recordsAtOnce,
  });
  const { reader } = at === null ? office : pastOffice(office, at);
  const there =
    at === null ? page.records : (await reader.getMany(page.records.map((one) => one.id))).map((row) => row.record);
  const asked = there.filter((one) => one.erasedAt === undefined && (!isCase(one) || one.status === "active"));
  return { at, asked: asked.map(flattenRecord), records: page.records.length, of: page.of, next: page.next };
}

function whereOf(type: PublishedType, at: string | null): readonly Condition[] {
  if (at !== null) return [{ op: "lt", field: { name: "createdAt", kind: "system" }, value: at }];
  return type.kind === "workflow" ? [{ op: "eq", field: { name: "status", kind: "system" }, value: "active" }] : [];
}
