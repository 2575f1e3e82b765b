import EditIcon from "@mui/icons-material/EditOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import type { ServedType } from "../../../server/http/api-types.ts";
import { planFields, sectionsOf } from "../../schema-ui/field-plan.ts";
import { isThere } from "../../schema-ui/is-there.ts";
import { FactList } from "../../schema-ui/record-facts.tsx";
import { useLanguage, useSay } from "../i18n/use-say.ts";
import { RecordEditForm, type RecordEditFormProps } from "./record-edit-form.tsx";

interface RecordDataProps extends Pick<RecordEditFormProps, "type" | "record"> {
  /** Shown as it was: nothing can be changed. */
  readonly past?: boolean;
}

/** Everything that is written of a record, by section; its form takes the place while it is changed. */
export function RecordData({ type, record, past = false }: RecordDataProps) {
  const say = useSay();
  const [editing, setEditing] = useState(false);
  if (editing && !past) {
    const back = () => setEditing(false);
    return <RecordEditForm type={type} record={record} onDone={back} onCancel={back} />;
  }
  return (
    <>
      {type.may.update && !past && !record["erasedAt"] ? (
        <Box sx={{ display: "flex", justifyContent: "flex-end", mb: { xs: 1, sm: -4 } }}>
          <Button variant="outlined" size="small" startIcon={<EditIcon />} onClick={() => setEditing(true)}>
            {say("record.edit")}
          </Button>
        </Box>
      ) : null}
      <RecordSections type={type} record={record} />
    </>
  );
}

/** The sections that hold something, and on demand the fields that are empty. */
function RecordSections({ type, record }: { readonly type: ServedType; readonly record: RecordDataProps["record"] }) {
  const say = useSay();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const fields = planFields(type.schema, language);
  const shown = all ? fields : fields.filter((field) => isThere(record[field.name]));
  const empty = fields.length - fields.filter((field) => isThere(record[field.name])).length;
  return (
    <Box sx={{ display: "grid", gap: 3 }}>
      {sectionsOf(shown, type.schema, language).map((section) => (
        <section key={section.id ?? ""} aria-label={section.title ?? type.title}>
          {section.title ? (
            <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
              {section.title}
            </Typography>
          ) : null}
          <FactList facts={section.fields.map((plan) => ({ plan, value: record[plan.name] }))} />
        </section>
      ))}
      {empty > 0 ? (
        <Button size="small" sx={{ justifySelf: "start" }} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? say("record.hideEmpty") : say("record.showEmpty", { smart_count: empty })}
        </Button>
      ) : null}
    </Box>
  );
}
