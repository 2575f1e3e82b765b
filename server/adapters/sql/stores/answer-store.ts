import type { AnswerStore, KeyClaim, OwnKey, UsedKey } from "../../../domain/changes/answer-store.ts";
import type { Database } from "../database.ts";

/** Seals a text, which is opened again with the same context alone. */
interface AnswerBox {
  seal(text: string, context: string): string;
  /** Null when it cannot be opened. */
  open(sealed: string, context: string): string | null;
}

interface AnswerRow {
  readonly actor_id: string;
  readonly key: string;
  readonly digest: string;
  readonly record_id: string;
  readonly record_type: string;
  readonly version: number;
  readonly at: string;
  readonly answer: string | null;
  readonly lease_until: string | null;
}

/** The digest of a request that has no answer yet. */
const notYet = "";

/** Keeps answers in the table of keys, sealed: they may tell of people. */
export function createAnswerStore({ knex }: Pick<Database, "knex">, box: AnswerBox): AnswerStore {
  const rowOf = ({ actorId, key }: OwnKey) => knex<AnswerRow>("answers").where({ actor_id: actorId, key });
  const unanswered = (own: OwnKey) => rowOf(own).where({ digest: notYet });
  const held = (claim: KeyClaim) => unanswered(claim).where({ lease_until: claim.leaseUntil });
  return {
    async claim(claim, now) {
      const unused = { digest: notYet, record_id: "", record_type: "", version: 0, at: now };
      const [taken] = await knex<AnswerRow>("answers")
        .insert({ actor_id: claim.actorId, key: claim.key, ...unused, lease_until: claim.leaseUntil })
        .onConflict(["actor_id", "key"])
        .ignore()
        .returning("key");
      if (taken) return null;
      const isOver = await unanswered(claim)
        .where((row) => void row.whereNull("lease_until").orWhere("lease_until", "<=", now))
        .delete();
      if (isOver > 0) return { use: "in-doubt" };
      const row = await rowOf(claim).first();
      // Given back meanwhile: whoever asks is told to ask again, as while it is being carried out.
      return row ? usedKey(row, claim, box) : { use: "under-way" };
    },
    async keep(claim, { digest, answer }) {
      const sealed = answer === null ? null : box.seal(answer, contextOf(claim));
      await held(claim).update({ digest, answer: sealed, lease_until: null });
    },
    async release(claim) {
      await held(claim).delete();
    },
    async abandon(claim, now) {
      await held(claim).update({ lease_until: now });
    },
  };
}

function usedKey({ digest, answer }: AnswerRow, own: OwnKey, box: AnswerBox): UsedKey {
  if (digest === notYet) return { use: "under-way" };
  return { use: "answered", digest, answer: answer === null ? null : box.open(answer, contextOf(own)) };
}

/** One row's answer opens in no other, nor for whoever has other roles by now. */
function contextOf({ actorId, roles, key }: OwnKey): string {
  return JSON.stringify([actorId, key, [...roles].sort()]);
}
