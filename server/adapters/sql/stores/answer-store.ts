import type { AnswerStore, OwnKey, UsedKey } from "../../../domain/changes/answer-store.ts";
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
}

/** The digest of a request that is still being carried out. */
const notYet = "";

/** Keeps answers in the table of keys, sealed: they may tell of people. */
export function createAnswerStore({ knex }: Pick<Database, "knex">, box: AnswerBox): AnswerStore {
  const rows = () => knex<AnswerRow>("answers");
  const rowOf = ({ actorId, key }: OwnKey) => rows().where({ actor_id: actorId, key });
  return {
    async claim(own, at) {
      const unused = { digest: notYet, record_id: "", record_type: "", version: 0, at };
      const [taken] = await rows()
        .insert({ actor_id: own.actorId, key: own.key, ...unused })
        .onConflict(["actor_id", "key"])
        .ignore()
        .returning("key");
      if (taken) return null;
      const row = await rowOf(own).first();
      // Given back meanwhile: whoever asks is told to ask again, as while it is being carried out.
      return row ? usedKey(row, own, box) : { digest: null, answer: null };
    },
    async keep(own, { digest, answer }) {
      const sealed = answer === null ? null : box.seal(answer, contextOf(own));
      await rowOf(own).update({ digest, answer: sealed });
    },
    async release(own) {
      await rowOf(own).delete();
    },
  };
}

function usedKey({ digest, answer }: AnswerRow, own: OwnKey, box: AnswerBox): UsedKey {
  if (digest === notYet) return { digest: null, answer: null };
  return { digest, answer: answer === null ? null : box.open(answer, contextOf(own)) };
}

/** One row's answer opens in no other, nor for whoever has other roles by now. */
function contextOf({ actorId, roles, key }: OwnKey): string {
  return JSON.stringify([actorId, key, [...roles].sort()]);
}
