import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDataProvider, useNotify } from "react-admin";
import { fieldsOf } from "../../../server/engine/schema/walk-schema.ts";
import type { ServedType } from "../../../server/http/api-types.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { changedFields, filledIn } from "../../schema-ui/form-values.ts";
import { type FormErrors, SchemaForm } from "../../schema-ui/schema-form.tsx";
import { statusOf } from "../api/api-problem.ts";
import { useSay } from "../i18n/use-say.ts";

export interface RecordEditFormProps {
  readonly type: ServedType;
  /** The record as the office answers it, kept fresh while the form is open. */
  readonly record: { readonly id: string; readonly version: number; readonly [field: string]: unknown };
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
}

/**
 * Changes a record: sends only the fields that were changed here. What colleagues change meanwhile stays; where both
 * changed the same field, it is said at the field before anything is overwritten.
 */
export function RecordEditForm({ type, record, onDone, onCancel }: RecordEditFormProps) {
  const say = useSay();
  const notify = useNotify();
  const office = useDataProvider();
  const queries = useQueryClient();
  const [opened] = useState(record);
  const [toldOf, setToldOf] = useState(record.version);

  const save = async (values: JsonObject): Promise<FormErrors | undefined> => {
    const data = mineOf(type, opened, values);
    const both = Object.keys(mineOf(type, opened, filledIn(record, type.schema))).filter((name) => name in data);
    if (both.length > 0 && toldOf !== record.version) {
      setToldOf(record.version);
      return Object.fromEntries(both.map((name) => [name, say("record.changedMeanwhile")]));
    }
    if (Object.keys(data).length > 0) await send(data);
    notify(say("form.saved"), { type: "success" });
    return undefined;
  };

  const send = async (data: JsonObject) => {
    try {
      await office.update(type.id, { id: record.id, data, previousData: record });
    } catch (error) {
      if (statusOf(error) === 412) await queries.invalidateQueries({ queryKey: [type.id] });
      throw error;
    }
    await queries.invalidateQueries({ queryKey: [type.id] });
  };

  return (
    <SchemaForm
      schema={type.schema}
      record={record}
      writable={type.writable}
      onSubmit={save}
      onDone={onDone}
      submitLabel={say("form.save")}
      onCancel={onCancel}
      guarded
    />
  );
}

/** The writable fields whose values are not those that the form was opened with. */
function mineOf(type: ServedType, opened: RecordEditFormProps["record"], values: JsonObject): JsonObject {
  const names = fieldsOf(type.schema).map((field) => field.name);
  const writable = type.writable ? names.filter((name) => type.writable?.includes(name)) : names;
  return changedFields(filledIn(opened, type.schema), values, writable);
}
