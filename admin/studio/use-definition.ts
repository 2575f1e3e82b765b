import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DefinitionChange } from "../../server/engine/definition/diff-definitions.ts";
import type { LintAnswer } from "../../server/engine/definition/finding.ts";
import type { PublicationBody, RehearsalBody } from "../../server/http/api-types.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { callApi } from "../app/api/api-client.ts";

export type DefinitionKind = "workflow" | "record-type";

/** One of `GET …/versions`. */
export interface DefinitionVersion {
  readonly version: number;
  readonly publishedAt: string;
  readonly publishedBy: string;
}

export interface PublishChoice {
  /** The remarks have been read. */
  readonly acknowledge: boolean;
  /** Live cases of the stage named first go on in the new version, in the stage named second; the others stay on theirs. */
  readonly mapping: { readonly [stage: string]: string };
}

/** The addresses of one definition, and what can be done with it. */
export function definitionApi(kind: DefinitionKind, id: string) {
  const base = kind === "workflow" ? `/api/workflows/${id}` : `/api/record-types/${id}`;
  const draft = kind === "workflow" ? `${base}/draft` : base;
  return {
    base,
    versions: `${base}/versions`,
    /** What is being edited: the draft, or what is in force when there is none. */
    async read(): Promise<{ readonly definition: JsonObject; readonly draft: boolean }> {
      if (kind === "workflow" && (await hasDraft(id))) {
        return {
          definition: (await callApi<{ definition: JsonObject }>(`${base}/draft`)).body.definition,
          draft: true,
        };
      }
      return { definition: (await callApi<JsonObject>(base)).body, draft: false };
    },
    lint: async (definition: JsonObject) =>
      (await callApi<LintAnswer>(`${draft}/lint`, { method: "POST", body: definition })).body,
    diff: async (definition: JsonObject) =>
      (await callApi<readonly DefinitionChange[]>(`${draft}/diff`, { method: "POST", body: definition })).body,
    save: async (definition: JsonObject) => (await callApi(draft, { method: "PUT", body: definition })).body,
    /** Saves the draft first: it is the draft that is rehearsed. */
    async rehearse(definition: JsonObject): Promise<RehearsalBody> {
      await callApi(draft, { method: "PUT", body: definition });
      return (await callApi<RehearsalBody>(`${draft}/rehearse`, { method: "POST" })).body;
    },
    async publish(definition: JsonObject, { acknowledge, mapping }: PublishChoice): Promise<Partial<PublicationBody>> {
      if (kind === "record-type") {
        return (
          await callApi<Partial<PublicationBody>>(`${base}?acknowledge=${acknowledge}`, {
            method: "PUT",
            body: definition,
          })
        ).body;
      }
      await callApi(`${base}/draft`, { method: "PUT", body: definition });
      const body = { acknowledge, mapping };
      return (await callApi<PublicationBody>(`${base}/publish`, { method: "POST", body })).body;
    },
    rollback: async (version: number) =>
      (await callApi(`${base}/rollback`, { method: "POST", body: { version } })).body,
  };
}

async function hasDraft(id: string): Promise<boolean> {
  const { body } = await callApi<readonly { readonly id: string; readonly draft: boolean }[]>("/api/workflows");
  return body.some((workflow) => workflow.id === id && workflow.draft);
}

/** Does something with a definition, then has the office and everything drawn from it read again. */
export function useDefinitionChange<Input>(change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries() });
}
