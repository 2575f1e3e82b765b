import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { StateDefinition, WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { compileWorkflow } from "../definition/compile-workflow.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { EngineTools } from "../definition/engine-tools.ts";
import type { Case, CaseEvent } from "../execution/case.ts";
import { decideCreation } from "../execution/decide-creation.ts";
import type { Accepted, Decision } from "../execution/decision.ts";
import type { Facts } from "../execution/facts.ts";
import { testValidator } from "./test-validator.ts";

/** The loans of a library: the engine's example. */
export const loans: WorkflowDefinition = {
  id: "loans",
  title: { fr: "Prêts", en: "Loans" },
  schema: {
    type: "object",
    required: ["memberId", "title"],
    properties: {
      memberId: { type: "string", "x-reference": "members", "x-title": { fr: "Adhérent", en: "Member" } },
      title: { type: "string", minLength: 1, "x-title": { fr: "Titre", en: "Title" } },
      lentOn: { type: "string", format: "date" },
      dueOn: { type: "string", format: "date", "x-title": { fr: "À rendre le", en: "Due on" } },
      renewals: { type: "integer", minimum: 0, maximum: 3 },
      condition: { type: "string", enum: ["good", "worn", "lost"], "x-labels": { good: { fr: "bon", en: "good" } } },
      note: { type: "string" },
    },
  },
  delays: { overdue: { field: "dueOn", duration: "P1D", title: { fr: "En retard", en: "Overdue" } } },
  forms: {
    LEND: {
      type: "object",
      required: ["dueOn"],
      properties: { dueOn: { type: "string", format: "date" }, note: { type: "string" } },
    },
    check: {
      type: "object",
      required: ["condition"],
      properties: { condition: { type: "string", enum: ["good", "worn", "lost"] }, assigneeId: { type: "string" } },
    },
  },
  machine: {
    initial: "reserved",
    states: {
      reserved: {
        meta: { title: { fr: "Réservé", en: "Reserved" }, color: "blue" },
        after: { P7D: { target: "cancelled" } },
        on: {
          LEND: {
            target: "lent",
            meta: { title: { fr: "Prêter", en: "Lend" }, primary: true },
            guard: {
              type: "count",
              params: {
                type: "loans",
                filter: { memberId: "$case.memberId", stage: "lent", status: "active" },
                is: "<",
                than: 3,
                code: "too-many",
                message: { fr: "Déjà {count} prêts, {than} au plus.", en: "{count} loans already, {than} at most." },
              },
            },
            actions: [{ type: "set", params: { lentOn: "$today" } }],
          },
          CANCEL: "cancelled",
        },
      },
      lent: {
        meta: { title: { fr: "Prêté", en: "Lent" } },
        initial: "running",
        states: {
          running: {
            meta: { title: { fr: "En cours", en: "Running" } },
            after: { overdue: "late" },
            on: {
              RENEW: {
                meta: { title: { fr: "Prolonger", en: "Renew" } },
                guard: {
                  type: "schema",
                  params: {
                    schema: { properties: { case: { properties: { renewals: { maximum: 1 } } } } },
                    code: "renewed-twice",
                    message: { fr: "Déjà prolongé deux fois.", en: "Renewed twice already." },
                  },
                },
                actions: [
                  { type: "set", params: { renewals: 1, dueOn: { $date: "$case.dueOn", plus: "P21D" } } },
                  { type: "notify", params: { to: "$case.memberId", until: "$case.dueOn" } },
                ],
              },
            },
          },
          late: {
            meta: { title: { fr: "En retard", en: "Late" } },
            entry: { type: "send", params: { to: { type: "members", id: "$case.memberId" }, event: "REMIND" } },
          },
        },
        on: {
          RETURN: { target: "returned", meta: { form: "check", title: { fr: "Rendre", en: "Return" } } },
          LOSE: { target: "returned", meta: { internal: true } },
        },
      },
      returned: {
        tags: "closed",
        meta: { title: { fr: "Rendu", en: "Returned" } },
        on: { REOPEN: { target: "reserved", actions: { type: "set", params: { condition: null } } } },
      },
      cancelled: { type: "final" },
    },
  },
};

/** The facts of a morning in Angers. */
export const facts: Facts = {
  now: "2026-03-10T09:00:00.000Z",
  timeZone: "Europe/Paris",
  actor: { id: "u1", name: "Anne", roles: ["librarian"] },
  related: {},
  counts: {},
  language: "en",
};

/** The tools of an office without plugins. */
export const tools: EngineTools = { validator: testValidator, guards: {} };

/** Compiles a workflow that is nothing but a machine, and a schema when one is given. */
export function compileMachineOf(machine: StateDefinition, schema?: DataSchema): CompiledWorkflow {
  return compileWorkflow({ id: "test", title: "Test", machine, ...(schema && { schema }) }, 1, tools);
}

/** The case that the data make. @throws Error when they are refused */
export function create(workflow: CompiledWorkflow, data: JsonObject = {}, at: Facts = facts): Case {
  return accepted(decideCreation(workflow, { id: "c1", data }, at)).after;
}

/** What somebody does. */
export function event(type: string, payload: JsonObject = {}): CaseEvent {
  return { type, payload, source: "person" };
}

/** What a timer does. */
export function timer(type: string): CaseEvent {
  return { type, payload: {}, source: "timer" };
}

/** The decision, known to be accepted. @throws Error when it was refused */
export function accepted(decision: Decision): Accepted {
  if (!decision.accepted) throw new Error(`Refused: ${JSON.stringify(decision)}`);
  return decision;
}
