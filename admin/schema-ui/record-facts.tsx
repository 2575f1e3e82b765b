import Box from "@mui/material/Box";
import type { ServedType } from "../../server/http/api-types.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import type { FieldPlan } from "./field-plan.ts";
import { PlannedValue } from "./field-value.tsx";
import { fieldOf } from "./system-fields.ts";
import { valueIn } from "./value-in.ts";

export interface RecordFactsProps {
  readonly type: ServedType;
  readonly record: { readonly [field: string]: unknown };
  /** Dotted names; the type's own facts without it. */
  readonly fields?: readonly string[];
}

/** The few facts that one looks for first. */
export function RecordFacts({ type, record, fields = type.facts }: RecordFactsProps) {
  const say = useSay();
  const language = useLanguage();
  const plans = fields.flatMap((name) => {
    const plan = fieldOf(type, name, { say, language });
    return plan ? [{ name, plan }] : [];
  });
  return <FactList facts={plans.map(({ name, plan }) => ({ plan, value: valueIn(record, name) }))} />;
}

/** Names and values, one under the other; a value that is not there is a dash. */
export function FactList({
  facts,
}: {
  readonly facts: readonly { readonly plan: FieldPlan; readonly value: unknown }[];
}) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: "grid",
        gridTemplateColumns: "minmax(96px, 36%) 1fr",
        columnGap: 2,
        rowGap: 1,
      }}
    >
      {facts.map(({ plan, value }) => (
        <Box key={plan.name} sx={{ display: "contents" }}>
          <Box component="dt" sx={{ color: "text.secondary" }}>
            {plan.label}
          </Box>
          <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: "anywhere" }}>
            {isThere(value) ? (
              <PlannedValue plan={plan} value={value} />
            ) : (
              <Box component="span" sx={{ color: "text.disabled" }}>
                —
              </Box>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** Whether there is anything to show. */
export function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}
