import { contributedByPlugin, unknownRecordType, unknownWorkflow } from "./definition-errors.ts";
import type { DefinitionStore, PublishedDefinition } from "./definition-store.ts";

/** One published version of a workflow. */
export type PublishedWorkflow = Extract<PublishedDefinition, { kind: "workflow" }>;
/** One published version of a record type. */
export type PublishedRecordType = Extract<PublishedDefinition, { kind: "record-type" }>;

/** The latest published version, or null. */
export async function latestWorkflow(store: DefinitionStore, id: string): Promise<PublishedWorkflow | null> {
  const [latest] = await store.versions("workflow", id);
  return latest?.kind === "workflow" ? latest : null;
}

/** The latest published version, or null. */
export async function latestRecordType(store: DefinitionStore, id: string): Promise<PublishedRecordType | null> {
  const [latest] = await store.versions("record-type", id);
  return latest?.kind === "record-type" ? latest : null;
}

/** @throws DomainError `unknown-workflow`. */
export async function workflowInForce(store: DefinitionStore, id: string): Promise<PublishedWorkflow> {
  const latest = await latestWorkflow(store, id);
  if (latest === null) throw unknownWorkflow(id);
  return latest;
}

/** @throws DomainError `unknown-record-type`. */
export async function recordTypeInForce(store: DefinitionStore, id: string): Promise<PublishedRecordType> {
  const latest = await latestRecordType(store, id);
  if (latest === null) throw unknownRecordType(id);
  return latest;
}

/** Refuses what only its plugin changes. @throws DomainError `contributed-by-plugin`. */
export function requireOwn(published: Pick<PublishedDefinition, "id" | "source"> | null): void {
  if (published !== null && published.source !== null) throw contributedByPlugin(published.id, published.source);
}
