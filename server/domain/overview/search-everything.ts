import { words } from "../../engine/schema/fold.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { listRecords } from "../records/list-records.ts";

export interface SearchHit {
  readonly type: string;
  readonly id: string;
  readonly displayName: string;
  readonly stage?: string;
}

const most = 20;
const perType = 8;

/**
 * Records of every type that hold all the words, those called so first: the one search box of the office. Types take
 * turns, so that a common word does not fill the answer with one of them.
 */
export async function searchEverything(office: Office, caller: Caller, text: string): Promise<readonly SearchHit[]> {
  const wanted = words(text);
  if (wanted.length === 0) return [];
  const types = office.registry.types().filter((type) => caller.rights.searchClasses(type.id).length > 0);
  const readable = types.filter((type) => caller.rights.may("read", type.id));
  const found = await Promise.all(
    readable.map(async ({ id: type }) => {
      const { rows } = await listRecords(office, caller, { type, filter: { q: text }, range: [0, perType - 1] });
      return rows.map((row) => hitOf(type, row));
    }),
  );
  const turns = Array.from({ length: perType }, (_, turn) => found.flatMap((hits) => hits[turn] ?? []));
  const isCalledSo = (hit: SearchHit) =>
    wanted.every((word) => words(hit.displayName).some((each) => each.startsWith(word)));
  return turns
    .flat()
    .toSorted((a, b) => Number(isCalledSo(b)) - Number(isCalledSo(a)))
    .slice(0, most);
}

function hitOf(type: string, row: { readonly [field: string]: unknown }): SearchHit {
  const { id, displayName, stage } = row;
  return {
    type,
    id: String(id),
    displayName: String(displayName),
    ...(typeof stage === "string" && { stage }),
  };
}
