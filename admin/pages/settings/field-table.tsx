import MuiLink from "@mui/material/Link";
import { fieldsOf, type SchemaField } from "../../../server/engine/schema/walk-schema.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { inLanguage } from "../../../server/plugin-api/text.ts";
import { useLanguage, useSay } from "../../app/i18n/use-say.ts";
import { nameButton, SimpleTable } from "../../app/parts/simple-table.tsx";
import { planField } from "../../schema-ui/field-plan.ts";
import { kindWord } from "./field-kinds.ts";

interface FieldTableProps {
  readonly definition: RecordTypeDefinition;
  readonly onEdit: (field: SchemaField) => void;
}

/** The fields of a type, what each is and how it is found. */
export function FieldTable({ definition, onEdit }: FieldTableProps) {
  const say = useSay();
  const language = useLanguage();
  const groups = new Map(
    (definition.schema["x-groups"] ?? []).map((group) => [group.id, inLanguage(group.title, language)]),
  );
  const rows = fieldsOf(definition.schema).map((field) => ({
    field,
    plan: planField(field.name, field.schema, { required: field.required, language }),
  }));
  return (
    <SimpleTable
      label={say("settings.fields")}
      rows={rows}
      keyOf={({ field }) => field.name}
      columns={[
        {
          title: say("settings.name"),
          cell: ({ field, plan }) => (
            <MuiLink component="button" onClick={() => onEdit(field)} sx={nameButton}>
              {plan.label}
            </MuiLink>
          ),
        },
        { title: say("settings.kind"), cell: ({ plan }) => say(kindWord(plan.kind)) },
        {
          title: say("settings.section"),
          cell: ({ plan }) => (plan.group ? (groups.get(plan.group) ?? "") : ""),
          quiet: true,
        },
        { title: say("settings.isRequired"), cell: ({ plan }) => (plan.required ? say("form.yes") : "") },
        {
          title: say("settings.filterHead"),
          cell: ({ field }) => (definition.list?.filters?.includes(field.name) ? say("form.yes") : ""),
          quiet: true,
        },
        {
          title: say("settings.searchHead"),
          cell: ({ field }) => (field.schema["x-search"] ? say("form.yes") : ""),
          quiet: true,
        },
        { title: say("settings.key"), cell: ({ field }) => <code>{field.name}</code>, quiet: true },
      ]}
    />
  );
}
