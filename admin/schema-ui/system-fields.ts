import type { ServedType } from "../../server/http/api-types.ts";
import type { Language } from "../../server/plugin-api/text.ts";
import type { Say } from "../app/i18n/use-say.ts";
import { type FieldKind, type FieldPlan, planAt, planFields } from "./field-plan.ts";

/** The fields that the office keeps of every record, and those of every case. */
export function systemFields(type: ServedType, say: Say): readonly FieldPlan[] {
  const ofAll = [
    systemField("createdAt", say("record.createdAt"), "date-time"),
    systemField("updatedAt", say("record.updatedAt"), "date-time"),
  ];
  if (type.kind === "record") return ofAll;
  return [
    {
      ...systemField("stage", say("record.stage"), "stage"),
      choices: (type.stages ?? [])
        .filter((stage) => stage.leaf)
        .map(({ path, title }) => ({ value: path, label: title })),
    },
    {
      ...systemField("status", say("record.status"), "choice"),
      choices: [
        { value: "active", label: say("record.active") },
        { value: "done", label: say("record.done") },
      ],
    },
    systemField("assigneeId", say("record.assignee"), "staff"),
    systemField("stageSince", say("record.stageSince"), "date-time"),
    systemField("dueAt", say("record.dueAt"), "date-time"),
    ...ofAll,
  ];
}

/** What is known of a field of the type by its dotted name: a field of its data, or one of the office's own. */
export function fieldOf(
  type: ServedType,
  name: string,
  { say, language }: { readonly say: Say; readonly language: Language },
): FieldPlan | undefined {
  return (
    systemFields(type, say).find((field) => field.name === name) ?? planAt(planFields(type.schema, language), name)
  );
}

function systemField(name: string, label: string, kind: FieldKind): FieldPlan {
  return {
    name,
    kind,
    label,
    help: undefined,
    required: false,
    group: null,
    schema: {},
    choices: [],
    reference: undefined,
    fields: [],
    derived: true,
  };
}
