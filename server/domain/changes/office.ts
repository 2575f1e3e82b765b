import type { EngineTools } from "../../engine/definition/engine-tools.ts";
import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Text } from "../../plugin-api/text.ts";
import type { OfficeRegistry } from "../definitions/office-registry.ts";
import type { SearchIndex } from "../definitions/type-storage.ts";
import type { FileIndex } from "../files/stored-file.ts";
import type { RecordReader } from "../records/record-reader.ts";
import type { Principal, Rights } from "../rights/rights.ts";
import type { Change } from "./change.ts";
import type { Clock } from "./clock.ts";
import type { Committer } from "./committer.ts";
import type { Meter } from "./meter.ts";
import type { Turns } from "./turns.ts";
import type { WorkQueue } from "./work-queue.ts";

/** Everything that a use case works with. Made once, in `server/main.ts`. */
export interface Office {
  readonly registry: OfficeRegistry;
  readonly committer: Committer;
  /** Locks, by the keys of premises, under which changes are decided again whose rules had counted what changed meanwhile. */
  readonly turns: Turns;
  readonly reader: RecordReader;
  readonly searchIndex: SearchIndex;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  readonly validator: SchemaValidator;
  readonly live: LivePublisher;
  readonly staff: StaffDirectory;
  readonly files: FileDirectory;
  /** What the engine decides with: guards of the plugins included. */
  readonly tools: () => EngineTools;
  /** The actions of the plugins in force, by id. */
  readonly actions: () => { readonly [id: string]: PluginAction };
  /** An id that was never given before. */
  readonly newId: () => string;
  readonly rightsFor: (principal: Principal) => Rights;
  readonly effects: EffectRunner;
  readonly meter: Meter;
  /** Something that whoever keeps the office running should know; `info` is what happens in the ordinary course. */
  readonly log: (message: string, details: JsonObject, level?: "info" | "warn") => void;
}

/** Tells whoever listens (`/api/live`) that a record is not what it was. */
export interface LivePublisher {
  changed(change: ChangedRecord): void;
}

/** Which record changed, and to which version. */
export interface ChangedRecord {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly deleted: boolean;
}

/** Does what changes cause. */
export interface EffectRunner {
  /**
   * Does what the change causes, and what that causes, as far as it is quick; the rest goes on in the background.
   * Returns the record as it is then.
   */
  follow(change: Change): Promise<StoredRecord | Case>;
  /** Tells the background that something will be due at that instant, which may be earlier than it thinks. UTC ISO-8601. */
  wake(at: string): void;
}

/** Who works here. */
export interface StaffDirectory {
  /** Whether that user may be given cases. */
  isStaff(userId: string): Promise<boolean>;
}

/** What was sent here, for the records that hold it. */
export type FileDirectory = Pick<FileIndex, "get">;

/** An action in code. @throws when it did not work: it is tried again. */
export interface PluginAction {
  readonly title?: Text;
  run(params: JsonObject, call: { readonly key: string; readonly case: JsonObject }): Promise<void>;
}
