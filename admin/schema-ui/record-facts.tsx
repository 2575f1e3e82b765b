import Box from "@mui/material/Box";
import type { ServedType } from "../../server/http/api-types.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import type { FieldPlan } from "./field-plan.ts";
import { PlannedValue } from "./field-value.tsx";
import { isThere } from "./is-there.ts";
import { fieldOf } from "./system-fields.ts";
import { valueIn } from "./value-in.ts";

/** A field of a record with what it holds. */
export interface Fact {
  readonly plan: FieldPlan;
  readonly value: unknown;
}

interface FactsOf {
  readonly type: ServedType;
  readonly record: { readonly [field: string]: unknown };
}

/** The few facts that one looks for first; those that are not there too. */
export function useFacts({ type, record }: FactsOf): readonly Fact[] {
  const say = useSay();
  const language = useLanguage();
  return type.facts.flatMap((name) => {
    const plan = fieldOf(type, name, { say, language });
    return plan ? [{ plan, value: valueIn(record, name) }] : [];
  });
}

/** These facts, one under the other. */
export function RecordFacts(of: FactsOf) {
  return <FactList facts={useFacts(of)} />;
}

/** Names and values, one under the other; a value that is not there is a dash. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
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
