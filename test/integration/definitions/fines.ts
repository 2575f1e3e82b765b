import { createWorkflow } from "../../../server/domain/definitions/workflows/create-workflow.ts";
import { publishDraft } from "../../../server/domain/definitions/workflows/publish-draft.ts";
import { saveDraft } from "../../../server/domain/definitions/workflows/save-draft.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import type { Desk } from "./open-desk.ts";

/** A workflow of the fewest words. */
export const fines: WorkflowDefinition = {
  id: "fines",
  title: { fr: "Amendes", en: "Fines" },
  machine: {
    initial: "due",
    states: {
      due: {
        meta: { title: { fr: "Due", en: "Due" } },
        on: { PAY: { target: "paid", meta: { title: { fr: "Payer", en: "Pay" } } } },
      },
      paid: { type: "final", meta: { title: { fr: "Payée", en: "Paid" } } },
    },
  },
};

/** The same with a reminder on the way. */
export const withReminder: WorkflowDefinition = {
  ...fines,
  machine: {
    initial: "due",
    states: {
      ...fines.machine.states,
      due: {
        ...fines.machine.states?.["due"],
        on: {
          ...fines.machine.states?.["due"]?.on,
          REMIND: { target: "reminded", meta: { title: { fr: "Relancer", en: "Remind" } } },
        },
      },
      reminded: {
        meta: { title: { fr: "Relancée", en: "Reminded" } },
        on: { PAY: { target: "paid", meta: { title: { fr: "Payer", en: "Pay" } } } },
      },
    },
  },
};

/** Publishes the fines, or their next version. */
export async function publishFines({ desk, admin }: Desk, definition = fines): Promise<void> {
  const isNew = desk.registry.type("fines") === undefined;
  if (isNew) await createWorkflow(desk, admin, { definition });
  else await saveDraft(desk, admin, { id: "fines", definition });
  await publishDraft(desk, admin, { id: "fines", acknowledge: true });
}
