import { useQueryClient } from "@tanstack/react-query";
import { useDataProvider, useNotify } from "react-admin";
import { fieldsOf } from "../../../server/engine/schema/walk-schema.ts";
import type { ServedType } from "../../../server/http/api-types.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { changedFields, filledIn } from "../../schema-ui/form-values.ts";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { useSay } from "../i18n/use-say.ts";

export interface RecordEditFormProps {
  readonly type: ServedType;
  /** The record as the office answers it. */
  readonly record: { readonly id: string; readonly version: number; readonly [field: string]: unknown };
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
}

/** Changes a record: sends only the fields that were changed, and only over the version that they were read from. */
export function RecordEditForm({ type, record, onDone, onCancel }: RecordEditFormProps) {
  const say = useSay();
  const notify = useNotify();
  const office = useDataProvider();
  const queries = useQueryClient();
  const save = async (values: JsonObject) => {
    const names = fieldsOf(type.schema).map((field) => field.name);
    const before = filledIn(record, type.schema);
    const data = changedFields(
      before,
      values,
      type.writable ? names.filter((name) => type.writable?.includes(name)) : names,
    );
    if (Object.keys(data).length > 0) {
      await office.update(type.id, { id: record.id, data, previousData: record });
      await queries.invalidateQueries({ queryKey: [type.id] });
    }
    notify(say("form.saved"), { type: "success" });
    onDone?.();
  };
  return (
    <SchemaForm
      schema={type.schema}
      record={record}
      writable={type.writable}
      onSubmit={save}
      submitLabel={say("form.save")}
      onCancel={onCancel}
      guarded
    />
  );
}
