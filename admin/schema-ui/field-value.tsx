import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import type { ReactNode } from "react";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { DateText } from "../app/parts/date-text.tsx";
import { formatAge, formatMonths } from "../app/parts/format-date.ts";
import { NameSkeleton } from "../app/parts/skeletons.tsx";
import { StaffName } from "../app/parts/staff-name.tsx";
import { useDateSetting } from "../app/parts/use-date-setting.ts";
import { type FieldPlan, planField } from "./field-plan.ts";
import { FileLink } from "./file-link.tsx";
import { isThere } from "./is-there.ts";
import { RecordLink } from "./record-link.tsx";
import { formatMoney, formatNumber, formatPhone, formatSiret } from "./text-formats.ts";
import { useCommuneName } from "./use-communes.ts";
import { useSuggested } from "./use-suggested.ts";

interface FieldValueProps {
  readonly schema: DataSchema;
  readonly value: unknown;
  /** In the cell of a table: one line, no links that would lead away from the row's own. */
  readonly compact?: boolean;
}

/** The value of a field as people read it. */
export function FieldValue({ schema, value, compact = false }: FieldValueProps) {
  const language = useLanguage();
  return <PlannedValue plan={planField("", schema, { required: false, language })} value={value} compact={compact} />;
}

interface PlannedValueProps {
  readonly plan: FieldPlan;
  readonly value: unknown;
  readonly compact?: boolean;
}

/** The same, for a field whose plan is known already. */
export function PlannedValue({ plan, value, compact = false }: PlannedValueProps): ReactNode {
  const say = useSay();
  const language = useLanguage();
  if (!isThere(value)) return null;
  if (Array.isArray(value)) return <Several plan={plan} values={value} compact={compact} />;
  if (typeof value === "boolean") return say(value ? "form.yes" : "form.no");
  if (typeof value === "number" && plan.kind !== "choice") {
    if (plan.kind === "money") return formatMoney(value, language);
    return plan.schema["x-told-as"] === "months" ? formatMonths(value, language) : formatNumber(value, language);
  }
  if (typeof value === "object") return <Inside plan={plan} value={value} compact={compact} />;
  return <Words plan={plan} text={String(value)} compact={compact} />;
}

interface PartProps {
  readonly plan: FieldPlan;
  readonly compact: boolean;
}

function Words({ plan, text, compact }: PartProps & { readonly text: string }) {
  switch (plan.kind) {
    case "date":
      return <DayText plan={plan} day={text} compact={compact} />;
    case "date-time":
      return <DateText value={text} time />;
    case "phone":
      return compact ? <OneLine>{formatPhone(text)}</OneLine> : <Link href={`tel:${text}`}>{formatPhone(text)}</Link>;
    case "email":
      return compact ? text : <Link href={`mailto:${text}`}>{text}</Link>;
    case "web":
      return (
        <Link href={text} target="_blank" rel="noopener noreferrer">
          {text.replace(/^https?:\/\//, "")}
        </Link>
      );
    case "siret":
      return <OneLine>{formatSiret(text)}</OneLine>;
    case "commune":
      return <CommuneName code={text} />;
    case "reference":
    case "references":
      return <RecordLink type={plan.reference ?? ""} id={text} />;
    case "suggest":
      return <SuggestedName plan={plan} value={text} />;
    case "staff":
      return <StaffName id={text} />;
    case "file":
      return <FileLink id={text} />;
    case "textarea":
      return compact ? text : <Box sx={{ whiteSpace: "pre-line", maxWidth: 640 }}>{text}</Box>;
    default:
      return plan.choices.find((choice) => String(choice.value) === text)?.label ?? text;
  }
}

/** A day; beside a day of birth the age, where there is room for it. */
function DayText({ plan, day, compact }: PartProps & { readonly day: string }) {
  const setting = useDateSetting();
  const told = !compact && plan.schema["x-told-as"] === "age";
  return (
    <>
      <DateText value={day} />
      {told ? ` (${formatAge(day, setting)})` : null}
    </>
  );
}

/** Several values on a line; rows of fields get a line each where there is room. */
function Several({ plan, values, compact }: PartProps & { readonly values: readonly unknown[] }) {
  const items = values.map((value, index) => ({ key: `${index + 1}-${JSON.stringify(value)}`, value }));
  if (plan.kind === "rows" && !compact) {
    return (
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
        {items.map(({ key, value }) => (
          <li key={key}>
            <Inside plan={plan} value={value} compact />
          </li>
        ))}
      </Box>
    );
  }
  const single: FieldPlan = plan.kind === "rows" ? plan : { ...plan, schema: plan.schema.items ?? {} };
  return items.map(({ key, value }, index) => (
    <span key={key}>
      {index === 0 ? "" : plan.kind === "rows" ? " ; " : ", "}
      <PlannedValue plan={single} value={value} compact />
    </span>
  ));
}

/** The fields of an object, one after the other. */
function Inside({ plan, value, compact }: PartProps & { readonly value: unknown }) {
  const data = value as { readonly [field: string]: unknown };
  const filled = plan.fields.filter((field) => isThere(data[field.name]));
  if (plan.fields.length === 0) return <code>{JSON.stringify(value)}</code>;
  if (compact) {
    return filled.map((field, index) => (
      <span key={field.name}>
        {index > 0 ? " · " : ""}
        <PlannedValue plan={field} value={data[field.name]} compact />
      </span>
    ));
  }
  return (
    <Box sx={{ display: "grid", gap: 0.5 }}>
      {filled.map((field) => (
        <div key={field.name}>
          <Box component="span" sx={{ color: "text.secondary" }}>
            {field.label}{" "}
          </Box>
          <PlannedValue plan={field} value={data[field.name]} />
        </div>
      ))}
    </Box>
  );
}

/** A number that people write in groups. */
function OneLine({ children }: { readonly children: string }) {
  return (
    <Box component="span" sx={{ whiteSpace: "nowrap" }}>
      {children}
    </Box>
  );
}

function CommuneName({ code }: { readonly code: string }) {
  const { name, pending } = useCommuneName(code);
  return pending ? <NameSkeleton width="6em" /> : (name ?? code);
}

function SuggestedName({ plan, value }: { readonly plan: FieldPlan; readonly value: string }) {
  const { name, pending } = useSuggested(plan.schema, value);
  return pending ? <NameSkeleton /> : (name ?? value);
}
