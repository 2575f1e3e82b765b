import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import type { SchemaField } from "../../../server/engine/schema/walk-schema.ts";
import type { OfficeDescription } from "../../../server/http/api-types.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { inLanguage } from "../../../server/plugin-api/text.ts";
import { type Say, useLanguage, useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { askedWhen } from "../../schema-ui/asked-when.ts";
import { planField } from "../../schema-ui/field-plan.ts";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { answersOf, type FieldAnswers, withField } from "./field-definition.ts";
import { kindWord, simpleKinds } from "./field-kinds.ts";

interface FieldDialogProps {
  readonly definition: RecordTypeDefinition;
  /** The field to change; null for a new one. */
  readonly field: SchemaField | null;
  readonly onSave: (definition: RecordTypeDefinition) => Promise<void>;
  readonly onClose: () => void;
}

/** Adds a field to a type, or changes what one is called, where it stands and how it is found. */
export function FieldDialog({ definition, field, onSave, onClose }: FieldDialogProps) {
  const say = useSay();
  const language = useLanguage();
  const office = useOffice();
  const title = field
    ? planField(field.name, field.schema, { required: field.required, language }).label
    : say("settings.addField");
  const groups = (definition.schema["x-groups"] ?? []).map((group) => ({
    id: group.id,
    title: inLanguage(group.title, language),
  }));
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <SchemaForm
          schema={answersSchema({ isNew: field === null, groups, office, say })}
          record={field ? answersOf(definition, field) : {}}
          onSubmit={(answers) => onSave(withField(definition, field, answers as unknown as FieldAnswers))}
          submitLabel={say(field ? "form.save" : "settings.addField")}
          onCancel={onClose}
        />
      </DialogContent>
    </Dialog>
  );
}

interface Asking {
  readonly isNew: boolean;
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  readonly office: OfficeDescription;
  readonly say: Say;
}

function answersSchema({ isNew, groups, office, say }: Asking): DataSchema {
  const records = office.types.filter((type) => type.kind === "record");
  const kind: DataSchema = {
    type: "string",
    title: say("settings.kind"),
    enum: [...simpleKinds],
    default: "text",
    "x-labels": Object.fromEntries(simpleKinds.map((name) => [name, say(kindWord(name))])),
  };
  const section: DataSchema = {
    type: "string",
    title: say("settings.section"),
    enum: groups.map(({ id }) => id),
    "x-labels": Object.fromEntries(groups.map(({ id, title }) => [id, title])),
  };
  return {
    type: "object",
    required: ["titleFr", ...(isNew ? ["kind"] : [])],
    properties: {
      titleFr: { type: "string", minLength: 1, maxLength: 120, title: say("settings.titleFr") },
      titleEn: { type: "string", maxLength: 120, title: say("settings.titleEn") },
      ...(isNew ? { kind } : {}),
      helpFr: { type: "string", maxLength: 250, title: say("settings.help") },
      ...(groups.length > 0 ? { group: section } : {}),
      required: { type: "boolean", title: say("settings.isRequired") },
      column: { type: "boolean", title: say("settings.isColumn") },
      filter: { type: "boolean", title: say("settings.isFilter") },
      search: { type: "boolean", title: say("settings.isSearched") },
    },
    ...(isNew ? { allOf: [...conditionsOf(records, say)] } : {}),
  };
}

/** What only some kinds ask: the choices of a list, the type that a reference is of. */
function conditionsOf(records: OfficeDescription["types"], say: Say): readonly DataSchema[] {
  const when = (kinds: readonly string[], name: string, schema: DataSchema): DataSchema =>
    askedWhen({ properties: { kind: { enum: kinds } }, required: ["kind"] }, name, schema);
  return [
    when(["choice", "choices"], "choices", {
      type: "array",
      minItems: 1,
      title: say("settings.choices"),
      items: { type: "string", maxLength: 100 },
    }),
    when(["reference"], "reference", {
      type: "string",
      title: say("settings.referenceTo"),
      enum: records.map(({ id }) => id),
      "x-labels": Object.fromEntries(records.map(({ id, title }) => [id, title])),
    }),
  ];
}
