import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDataProvider, useNotify } from "react-admin";
import type { ServedType } from "../../../server/http/api-types.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";

interface Props {
  readonly type: ServedType;
  /** What adding one is called. */
  readonly words: string;
  /** The fields that are asked for; every one that is no reference without it. */
  readonly fields?: readonly string[];
  /** What the record holds beside them. */
  readonly fixed: JsonObject;
}

/** A button that becomes a short form where it stands, and adds a record of the type. */
export function InPlaceForm({ type, words, fields, fixed }: Props) {
  const say = useSay();
  const notify = useNotify();
  const office = useDataProvider();
  const queries = useQueryClient();
  const { user, today } = useOffice();
  const [open, setOpen] = useState(false);
  if (!type.may.create) return null;
  if (!open) {
    return (
      <Button variant="outlined" size="small" startIcon={<AddIcon />} onClick={() => setOpen(true)}>
        {words}
      </Button>
    );
  }
  const schema = askedOf(type, fields);
  const create = async (values: JsonObject) => {
    await office.create(type.id, { data: { ...values, ...fixed } });
    notify(say("record.created"), { type: "success" });
    await queries.invalidateQueries();
  };
  return (
    <Paper variant="outlined" component="section" aria-label={words} sx={{ p: 2 }}>
      <SchemaForm
        schema={schema}
        record={usualValues(schema, { me: user.id, today })}
        onSubmit={create}
        onDone={() => setOpen(false)}
        onCancel={() => setOpen(false)}
        submitLabel={say("form.save")}
        quiet
      />
    </Paper>
  );
}

/** The part of the type's schema that is asked for. What it says of all of the record is the office's to check. */
function askedOf({ schema, writable }: ServedType, fields: readonly string[] | undefined): DataSchema {
  const isAsked = ([name, field]: readonly [string, DataSchema]) =>
    (fields?.includes(name) ?? field["x-reference"] === undefined) && (writable?.includes(name) ?? true);
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(isAsked));
  const required = (schema.required ?? []).filter((name) => name in properties);
  return { type: "object", properties, required };
}

/** Days begin as today, people as oneself. */
function usualValues({ properties = {} }: DataSchema, { me, today }: { readonly me: string; readonly today: string }) {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]) => {
      if (field["x-widget"] === "staff") return [[name, me]];
      return field.format === "date" ? [[name, today]] : [];
    }),
  );
}
