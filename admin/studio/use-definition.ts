import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DefinitionChange } from "../../server/engine/definition/diff-definitions.ts";
import type { LintAnswer } from "../../server/engine/definition/finding.ts";
import type { PublicationBody, RehearsalBody } from "../../server/http/api-types.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { callApi } from "../app/api/api-client.ts";

/** What the studio edits: a machine with its form, or a form alone. */
export type DefinitionKind = "workflow" | "record-type";

/** One of `GET …/versions`. */
export interface DefinitionVersion {
  readonly version: number;
  readonly publishedAt: string;
  readonly publishedBy: string;
}

/** What becomes of the live cases. */
export interface CasesChoice {
  /** Those of the stage named first go on in the new version, in the stage named second; the others stay on theirs. */
  readonly mapping: { readonly [stage: string]: string };
  /** What the timers of those that go on count from. */
  readonly timers: { readonly [stage: string]: "from-now" | "from-stage" };
}

/** What an administrator decides when publishing. */
export interface PublishChoice extends CasesChoice {
  /** The remarks have been read. */
  readonly acknowledge: boolean;
}

/** A definition with the published version that its author began from. */
export interface Edition {
  readonly definition: JsonObject;
  readonly basedOn: number;
}

/** What is being edited: the draft, or what is in force when there is none. */
export interface StoredDefinition extends Edition {
  readonly draft: boolean;
}

type Published = Partial<PublicationBody>;

/** The addresses of one definition, and what can be done with it. */
export function definitionApi(kind: DefinitionKind, id: string) {
  const base = kind === "workflow" ? `/api/workflows/${id}` : `/api/record-types/${id}`;
  const draft = kind === "workflow" ? `${base}/draft` : base;
  return {
    base,
    versions: `${base}/versions`,
    async read(): Promise<StoredDefinition> {
      const { version, draft: hasDraft } = await summaryOf(kind, id);
      if (hasDraft) return { ...(await callApi<Edition>(draft)).body, draft: true };
      return { definition: (await callApi<JsonObject>(base)).body, basedOn: version, draft: false };
    },
    /** The number of the version in force, 0 before the first. */
    latest: async () => (await summaryOf(kind, id)).version,
    version: async (version: number) => (await callApi<JsonObject>(`${base}/versions/${version}`)).body,
    lint: async (definition: JsonObject) =>
      (await callApi<LintAnswer>(`${draft}/lint`, { method: "POST", body: definition })).body,
    diff: async (definition: JsonObject) =>
      (await callApi<readonly DefinitionChange[]>(`${draft}/diff`, { method: "POST", body: definition })).body,
    save: async ({ definition, basedOn }: Edition) =>
      (await callApi(`${draft}?basedOn=${basedOn}`, { method: "PUT", body: definition })).body,
    discard: async () => (await callApi(draft, { method: "DELETE" })).body,
    rehearse: async (definition: JsonObject) =>
      (await callApi<RehearsalBody>(`${draft}/rehearse`, { method: "POST", body: definition })).body,
    async publish({ definition, basedOn }: Edition, { acknowledge, ...choice }: PublishChoice): Promise<Published> {
      if (kind === "record-type") {
        const path = `${base}?acknowledge=${acknowledge}&basedOn=${basedOn}`;
        await callApi(path, { method: "PUT", body: definition });
        return { version: basedOn + 1 };
      }
      await callApi(`${draft}?basedOn=${basedOn}`, { method: "PUT", body: definition });
      const body = { acknowledge, ...choice };
      return (await callApi<PublicationBody>(`${base}/publish`, { method: "POST", body })).body;
    },
    /** Puts an earlier version of a workflow in force again. */
    rollback: async (version: number, { mapping, timers }: CasesChoice) =>
      (await callApi<PublicationBody>(`${base}/rollback`, { method: "POST", body: { version, mapping, timers } })).body,
  };
}

interface Summary {
  readonly id: string;
  readonly version: number | null;
  readonly draft?: boolean;
}

async function summaryOf(kind: DefinitionKind, id: string): Promise<{ version: number; draft: boolean }> {
  const { body } = await callApi<readonly Summary[]>(kind === "workflow" ? "/api/workflows" : "/api/record-types");
  const { version = null, draft = false } = body.find((each) => each.id === id) ?? {};
  return { version: version ?? 0, draft };
}

/** Does something with a definition, then has the office and everything drawn from it read again. */
export function useDefinitionChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries() });
}
