import Box from "@mui/material/Box";
import { Fragment, type ReactNode } from "react";
import { useGetManyAggregate } from "react-admin";
import { fieldsOf } from "../../server/engine/schema/walk-schema.ts";
import type { ServedType } from "../../server/http/api-types.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { stageOf, useOffice } from "../app/office/use-office.ts";
import { NameSkeleton } from "../app/parts/skeletons.tsx";
import { PlannedValue } from "./field-value.tsx";
import { isThere } from "./is-there.ts";
import { fieldOf } from "./system-fields.ts";
import { valueIn } from "./value-in.ts";

interface ApartLineProps {
  readonly type: ServedType;
  readonly record: { readonly [field: string]: unknown };
}

/**
 * What tells a record apart from another that is called the same, in one line: "27 févr. 1983 · Trélazé"; of a case,
 * where it stands and what tells apart whom it is about.
 */
export function ApartLine({ type, record }: ApartLineProps) {
  const parts = useParts(type, record);
  if (parts.length === 0) return null;
  return (
    <Box component="span" sx={{ display: "block", color: "text.secondary", fontSize: "0.875rem" }}>
      <InOneLine parts={parts} />
    </Box>
  );
}

function InOneLine({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ key, text }, at) => (
    <Fragment key={key}>
      {at > 0 ? " · " : null}
      {text}
    </Fragment>
  ));
}

interface Part {
  readonly key: string;
  readonly text: ReactNode;
}

function useParts(type: ServedType, record: ApartLineProps["record"]): readonly Part[] {
  const say = useSay();
  const language = useLanguage();
  const { types } = useOffice();
  const stage = stageOf(type, record["stage"]);
  const own = type.tellApart.flatMap((name) => {
    const plan = fieldOf(type, name, { say, language });
    const value = valueIn(record, name);
    return plan && isThere(value) ? [{ key: name, text: <PlannedValue plan={plan} value={value} compact /> }] : [];
  });
  const named = fieldsOf(type.schema).flatMap(({ name, schema }) => {
    const id = record[name];
    const to = types.find((candidate) => candidate.id === schema["x-reference"]);
    const isNamedAfter = type.display.includes(`{${name}}`) && to !== undefined && to.tellApart.length > 0;
    return isNamedAfter && typeof id === "string" ? [{ key: name, text: <ApartOf type={to} id={id} /> }] : [];
  });
  return [...(stage ? [{ key: "stage", text: stage.title }] : []), ...own, ...named];
}

/** Of a record that has yet to be read. Those of a whole list are asked for at once. */
function ApartOf({ type, id }: { readonly type: ServedType; readonly id: string }) {
  const { data, isLoading } = useGetManyAggregate(type.id, { ids: [id] }, { retry: false });
  const parts = useParts(type, data?.[0] ?? {});
  return isLoading ? <NameSkeleton /> : <InOneLine parts={parts} />;
}
