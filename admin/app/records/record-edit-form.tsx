import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDataProvider, useNotify } from "react-admin";
import { fieldsOf } from "../../../server/engine/schema/walk-schema.ts";
import type { ApiProblem, ServedType } from "../../../server/http/api-types.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { changedFields, filledIn } from "../../schema-ui/form-values.ts";
import { type FormErrors, SchemaForm } from "../../schema-ui/schema-form.tsx";
import { problemOf, statusOf } from "../api/api-problem.ts";
import { useSay } from "../i18n/use-say.ts";
import { ConflictNotice } from "./conflict-notice.tsx";

/** What is changed, and what happens once it is or is not. */
export interface RecordEditFormProps {
  readonly type: ServedType;
  /** The record as the office answers it. */
  readonly record: { readonly id: string; readonly version: number; readonly [field: string]: unknown };
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
}

/**
 * Changes a record: sends only the fields that were changed here, on the version that they were read at. What colleagues
 * changed meanwhile stays; where both changed the same field, it is told who did, when and what, before anything is
 * overwritten.
 */
export function RecordEditForm({ type, record, onDone, onCancel }: RecordEditFormProps) {
  const say = useSay();
  const notify = useNotify();
  const office = useDataProvider();
  const queries = useQueryClient();
  /** What the form was filled from, and the version that whoever fills it in knows of. */
  const [known, setKnown] = useState(record);
  const [conflict, setConflict] = useState<unknown>(null);

  const save = async (values: JsonObject): Promise<FormErrors | undefined> => {
    const data = changedBy(type, known, values);
    const refused = Object.keys(data).length > 0 ? await send(data, known.version) : undefined;
    if (refused === undefined) notify(say("form.saved"), { type: "success" });
    return refused;
  };

  const send = async (data: JsonObject, version: number): Promise<FormErrors | undefined> => {
    try {
      await office.update(type.id, { id: record.id, data, previousData: { id: record.id, version } });
    } catch (error) {
      const current = statusOf(error) === 412 ? currentIn(error) : undefined;
      if (current === undefined) throw error;
      const theirs = changedBy(type, known, filledIn(current, type.schema));
      const both = Object.keys(theirs).filter((name) => name in data);
      if (both.length === 0) return send(data, current.version);
      setConflict(error);
      setKnown({ ...known, version: current.version });
      return Object.fromEntries(both.map((name) => [name, say("record.changedMeanwhile")]));
    } finally {
      await queries.invalidateQueries({ queryKey: [type.id] });
    }
    return undefined;
  };

  return (
    <SchemaForm
      schema={type.schema}
      record={known}
      writable={type.writable}
      onSubmit={save}
      onDone={onDone}
      submitLabel={say("form.save")}
      onCancel={onCancel}
      notice={conflict === null ? null : <ConflictNotice type={type} error={conflict} />}
      guarded
    />
  );
}

function currentIn(error: unknown): ApiProblem["current"] {
  return ((problemOf(error) ?? {}) as Partial<ApiProblem>).current;
}

/** The writable fields whose values are not those of the record. */
function changedBy(type: ServedType, record: RecordEditFormProps["record"], values: JsonObject): JsonObject {
  const names = fieldsOf(type.schema).map((field) => field.name);
  const writable = type.writable ? names.filter((name) => type.writable?.includes(name)) : names;
  return changedFields(filledIn(record, type.schema), values, writable);
}
