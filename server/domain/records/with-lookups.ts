import type { RecordLookups, RecordReader } from "./record-reader.ts";

/** The reader, looking records up by their ids in another way. */
export function withLookups(reader: RecordReader, { get, getMany, around }: RecordLookups): RecordReader {
  return {
    get,
    getMany,
    around,
    list: (query) => reader.list(query),
    count: (query) => reader.count(query),
    aggregate: (type, where, query) => reader.aggregate(type, where, query),
    history: (type, id) => reader.history(type, id),
    links: (id) => reader.links(id),
    revision: (type) => reader.revision(type),
    changedSince: (type, revision) => reader.changedSince(type, revision),
  };
}
