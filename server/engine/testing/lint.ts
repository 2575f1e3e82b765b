import type { StateDefinition, WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { LintContext } from "../definition/lint-context.ts";
import { lintWorkflow } from "../definition/lint-workflow.ts";
import { loans } from "./loans.ts";

/** A library with members, one role, and a plugin. */
export const library: LintContext = {
  roles: ["librarian"],
  recordTypes: ["members", "tasks"],
  guards: ["open"],
  actions: ["notify"],
  language: "en",
};

/** What lint says of the loans with something changed. */
export function lintLoans(over: Partial<WorkflowDefinition>) {
  return lintWorkflow({ ...loans, ...over }, library);
}

/** Findings as `code path`. */
export function found(list: readonly { readonly code: string; readonly path: string }[]): readonly string[] {
  return list.map(({ code, path }) => `${code} ${path}`);
}

/** What lint says of a workflow that is nothing but these states, `a` first. */
export function lintStates(
  states: { readonly [name: string]: StateDefinition },
  over: Partial<WorkflowDefinition> = {},
) {
  return lintWorkflow({ id: "test", title: "Test", machine: { initial: "a", states }, ...over }, library);
}
