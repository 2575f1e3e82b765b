import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormGroup from "@mui/material/FormGroup";
import TextField from "@mui/material/TextField";
import { type SyntheticEvent, useEffect, useId, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { isInstant } from "../../../server/engine/time/instant.ts";
import type { Choice } from "../../schema-ui/field-plan.ts";
import { DayField } from "../../schema-ui/inputs/date-input.tsx";
import { FieldInput } from "../../schema-ui/inputs/field-input.tsx";
import { RecordPicker } from "../../schema-ui/inputs/record-picker.tsx";
import { parseMoney, parseNumber } from "../../schema-ui/text-formats.ts";
import { useSay } from "../i18n/use-say.ts";
import { useOffice, useStaff } from "../office/use-office.ts";
import { dayOf } from "../parts/format-date.ts";
import { useDateSetting } from "../parts/use-date-setting.ts";
import type { Filters, ListFilter } from "./list-filters.ts";

interface FilterEditorProps {
  readonly filter: ListFilter;
  /** What is in force for this field. */
  readonly own: Filters;
  readonly onApply: (own: Filters) => void;
}

/** Chooses what a list is filtered by, for one field; what it asks depends on the kind of the field. */
export function FilterEditor({ filter, own, onApply }: FilterEditorProps) {
  const say = useSay();
  const [draft, setDraft] = useState<Filters>(own);
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onApply(draft);
  };
  return (
    <Box component="form" noValidate onSubmit={apply} sx={{ p: 2, width: 300, display: "grid", gap: 1.5 }}>
      <EditorOf filter={filter} draft={draft} onDraft={setDraft} />
      <Button type="submit" variant="contained" size="small" sx={{ justifySelf: "start" }}>
        {say("list.apply")}
      </Button>
    </Box>
  );
}

interface EditorProps {
  readonly filter: ListFilter;
  readonly draft: Filters;
  readonly onDraft: (draft: Filters) => void;
}

function EditorOf(props: EditorProps) {
  const { name, plan } = props.filter;
  switch (plan.kind) {
    case "stage":
    case "choice":
    case "choices":
      return <ChoiceEditor {...props} choices={plan.choices} />;
    case "staff":
      return <StaffEditor {...props} />;
    case "boolean":
      return <BooleanEditor {...props} />;
    case "date":
    case "date-time":
      return <PeriodEditor {...props} />;
    case "number":
    case "money":
      return <RangeEditor {...props} />;
    case "reference":
    case "references":
      return (
        <RecordPicker
          id={`filter-${name}`}
          type={plan.reference ?? ""}
          label={plan.label}
          ids={listOf(props.draft[name]).map(String)}
          many
          onChange={(ids) => props.onDraft({ [name]: ids })}
        />
      );
    default:
      return <OneValueEditor {...props} />;
  }
}

function ChoiceEditor({ filter, draft, onDraft, choices }: EditorProps & { readonly choices: readonly Choice[] }) {
  const chosen = listOf(draft[filter.name]);
  return (
    <FormGroup aria-label={filter.plan.label} sx={{ maxHeight: 300, overflowY: "auto", flexWrap: "nowrap", pl: 1 }}>
      {choices.map(({ value, label }) => (
        <FormControlLabel
          key={String(value)}
          label={label}
          control={
            <Checkbox
              checked={chosen.includes(value)}
              onChange={(_, checked) =>
                onDraft({ [filter.name]: checked ? [...chosen, value] : chosen.filter((one) => one !== value) })
              }
            />
          }
        />
      ))}
    </FormGroup>
  );
}

function StaffEditor(props: EditorProps) {
  const say = useSay();
  const { user } = useOffice();
  const staff = useStaff();
  const me = staff.filter(({ id }) => id === user.id).map(({ id }) => ({ value: id, label: say("list.me") }));
  const others = staff.filter(({ id }) => id !== user.id).map(({ id, name }) => ({ value: id, label: name }));
  return <ChoiceEditor {...props} choices={[...me, ...others]} />;
}

function BooleanEditor(props: EditorProps) {
  const say = useSay();
  return (
    <ChoiceEditor
      {...props}
      choices={[
        { value: true, label: say("form.yes") },
        { value: false, label: say("form.no") },
      ]}
    />
  );
}

/** Days, of instants too: which instants a day of the office holds, the server knows. */
function PeriodEditor({ filter, draft, onDraft }: EditorProps) {
  const say = useSay();
  const id = useId();
  const { timeZone } = useDateSetting();
  const dayAt = (key: string) => {
    const value = draft[key];
    if (typeof value !== "string") return "";
    return isInstant(value) ? dayOf(value, timeZone) : value;
  };
  const [from, to] = [`${filter.name}_gte`, `${filter.name}_lte`];
  return (
    <>
      <DayField
        id={`${id}-from`}
        label={say("list.fromDay")}
        value={dayAt(from)}
        onChange={(day) => onDraft({ ...draft, [from]: day })}
      />
      <DayField
        id={`${id}-to`}
        label={say("list.toDay")}
        value={dayAt(to)}
        onChange={(day) => onDraft({ ...draft, [to]: day })}
      />
    </>
  );
}

function RangeEditor({ filter, draft, onDraft }: EditorProps) {
  const say = useSay();
  const parse = filter.plan.kind === "money" ? parseMoney : parseNumber;
  const [typed, setTyped] = useState<{ readonly [bound: string]: string }>({});
  const shown = (key: string) => {
    const value = draft[key];
    return typed[key] ?? (typeof value === "number" ? String(filter.plan.kind === "money" ? value / 100 : value) : "");
  };
  return [`${filter.name}_gte`, `${filter.name}_lte`].map((key, index) => (
    <TextField
      key={key}
      label={say(index === 0 ? "list.atLeast" : "list.atMost")}
      value={shown(key)}
      onChange={({ target }) => {
        setTyped({ ...typed, [key]: target.value });
        onDraft({ ...draft, [key]: parse(target.value) });
      }}
      slotProps={{ htmlInput: { inputMode: "decimal" } }}
    />
  ));
}

/** The field's own input, for kinds that are filtered by one value. */
function OneValueEditor({ filter, draft, onDraft }: EditorProps) {
  const form = useForm<{ value: unknown }>({ defaultValues: { value: draft[filter.name] ?? null } });
  useEffect(() => {
    const watching = form.watch(({ value }) => onDraft({ [filter.name]: value }));
    return () => watching.unsubscribe();
  }, [form, filter.name, onDraft]);
  return (
    <FormProvider {...form}>
      <FieldInput plan={{ ...filter.plan, required: true, derived: false, help: undefined }} path="value" />
    </FormProvider>
  );
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
