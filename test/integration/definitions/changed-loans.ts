import { readWorkflow } from "../../../server/domain/definitions/workflows/read-workflow.ts";
import type { StateDefinition, WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import type { Desk } from "./open-desk.ts";

/** The loans, with the stages of `out` changed. */
export async function loansWith(
  { desk, admin }: Desk,
  change: (stages: { readonly [name: string]: StateDefinition }) => { readonly [name: string]: StateDefinition },
): Promise<WorkflowDefinition> {
  const current = await readWorkflow(desk, admin, { id: "loans" });
  const out = current.machine.states?.["out"];
  const stages = change(out?.states ?? {});
  return {
    ...current,
    machine: {
      ...current.machine,
      states: { ...current.machine.states, out: { ...out, initial: Object.keys(stages)[0] ?? "", states: stages } },
    },
  };
}

/** The first stage bears another name. */
export const renamed = (opened: Desk) =>
  loansWith(opened, ({ reading = {}, ...others }) => ({ home: reading, ...others }));
