import type { Change } from "../../../domain/changes/change.ts";
import type { FoundRecords, LabelledRecord } from "../../../domain/records/record-reader.ts";

/** So many records are known; beyond that, they are read again. */
const mostKnown = 5000;

/** What is asked of the database. */
export interface RecordsAsked {
  readonly ids: readonly string[];
  /** Ids of records that are known: to be answered only if the count of changes is none of `counts`. */
  readonly known: readonly string[];
  readonly counts: readonly number[];
}

/** Records as they stood when so many changes had ever been written. */
export interface RecordsAnswered {
  readonly changeCount: number;
  readonly records: ReadonlyMap<string, LabelledRecord>;
}

interface Writing {
  readonly changes: number;
  readonly ended: Promise<void>;
  readonly end: () => void;
}

/**
 * Records that were read, and moved by this process since, as they stand at one count of changes. Each read asks the
 * database with that count. As long as it still counts as many, or only the group more that this process is writing,
 * nobody else has changed anything, and what is known need not be sent again.
 */
export class KnownRecords {
  /** Replaced, never emptied: whoever was given it goes on with what it held. */
  #records = new Map<string, LabelledRecord>();
  #changeCount = -1;
  #writing: Writing | null = null;

  /** These records as they are now, or a moment later; those that they refer to where they had to be read. */
  async read(ids: readonly string[], ask: (asked: RecordsAsked) => Promise<RecordsAnswered>): Promise<FoundRecords> {
    const [records, changeCount, writing] = [this.#records, this.#changeCount, this.#writing];
    const held = those(ids, records);
    const known = [...held.keys()];
    const written = changeCount + (writing?.changes ?? 0);
    const found = await ask({ ids: ids.filter((id) => !held.has(id)), known, counts: [changeCount, written] });
    if (known.length > 0 && found.changeCount !== changeCount && found.changeCount === written) {
      await writing?.ended;
      // Somebody else may have written as many changes as this process meant to, and a change of data is read again.
      const isOurs = this.#records === records && this.#changeCount >= written;
      const moved = those(known, records);
      if (!isOurs || moved.size < known.length) return this.read(ids, ask);
      this.#learn(found);
      return together(found.records, records, moved);
    }
    this.#learn(found);
    return found.changeCount === changeCount ? together(found.records, records, held) : found.records;
  }

  /** To be told before a group of so many changes is written. */
  begin(changes: number): void {
    this.end();
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#writing = { changes, ended, end };
  }

  /** To be told once the group is durable, and how many changes there were before it. */
  wrote(changes: readonly Change[], before: number): void {
    if (before !== this.#changeCount) this.#records = new Map();
    this.#changeCount = before + changes.length;
    for (const { record, index, erase } of changes) {
      const known = this.#records.get(record.id);
      if (known === undefined) continue;
      const keptItsData = index === null && erase === undefined;
      if (keptItsData) this.#records.set(record.id, { ...known, record: { ...record, data: known.record.data } });
      else this.#records.delete(record.id);
    }
  }

  /** To be told in the end, whatever became of the group. */
  end(): void {
    this.#writing?.end();
    this.#writing = null;
  }

  #learn({ changeCount, records }: RecordsAnswered): void {
    // While this process is writing, the group itself may be all that is new.
    const isNews = changeCount > this.#changeCount && this.#writing === null;
    if (isNews || (changeCount === this.#changeCount && this.#records.size + records.size > mostKnown)) {
      this.#records = new Map();
      this.#changeCount = changeCount;
    }
    if (changeCount === this.#changeCount) for (const [id, record] of records) this.#records.set(id, record);
  }
}

/** What is known of them now: a change may take them out before whoever asked looks. */
function those(ids: readonly string[], records: ReadonlyMap<string, LabelledRecord>) {
  return new Map(
    ids.flatMap((id) => {
      const known = records.get(id);
      return known === undefined ? [] : [[id, known] as const];
    }),
  );
}

function together(...found: readonly ReadonlyMap<string, LabelledRecord>[]): FoundRecords {
  return {
    get: (id) => {
      for (const records of found) {
        const record = records.get(id);
        if (record !== undefined) return record;
      }
      return undefined;
    },
  };
}
