import AddIcon from "@mui/icons-material/Add";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify } from "react-admin";
import { Link, useParams } from "react-router";
import { fieldsOf, type SchemaField } from "../../../server/engine/schema/walk-schema.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { inLanguage } from "../../../server/plugin-api/text.ts";
import { callApi } from "../../app/api/api-client.ts";
import { problemOf, sentencesOf } from "../../app/api/api-problem.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { useLanguage, useSay } from "../../app/i18n/use-say.ts";
import { ConfirmDialog } from "../../app/parts/confirm-dialog.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { PageSkeleton } from "../../app/parts/skeletons.tsx";
import { definitionApi } from "../../studio/use-definition.ts";
import { FieldDialog } from "./field-dialog.tsx";
import { FieldTable } from "./field-table.tsx";

/** `/settings/record-types/{id}`: the fields of a type. What is added here is at once in its form, list, filters and export. */
export function RecordTypePage() {
  const say = useSay();
  const language = useLanguage();
  const { id = "" } = useParams();
  const {
    data: stored,
    error,
    refetch,
  } = useQuery({ queryKey: ["record-types", "fields", id], queryFn: () => definitionApi("record-type", id).read() });
  const [edited, setEdited] = useState<SchemaField | "new" | null>(null);
  const { save, unsure, forget } = useSaveRecordType(stored?.basedOn);
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!stored) return <PageSkeleton />;
  const data = stored.definition as unknown as RecordTypeDefinition;
  const close = () => setEdited(null);
  return (
    <>
      <PageHead
        title={inLanguage(data.title, language)}
        line={say("settings.fieldsCount", { smart_count: fieldsOf(data.schema).length })}
        above={<Link to="/settings/record-types">{say("settings.recordTypes")}</Link>}
        action={
          <>
            <Button variant="outlined" component={Link} to={`/studio/${data.id}`}>
              {say("settings.studio")}
            </Button>
            <Button variant="contained" startIcon={<AddIcon />} onClick={() => setEdited("new")}>
              {say("settings.addField")}
            </Button>
          </>
        }
      />
      <Paper variant="outlined" sx={{ overflow: "hidden" }}>
        <FieldTable definition={data} onEdit={setEdited} />
      </Paper>
      <ConfirmDialog
        open={unsure !== null}
        title={say("settings.publishAnyway")}
        confirmLabel={say("settings.publish")}
        onConfirm={async () => {
          if (unsure) await save(unsure.definition, true);
        }}
        onClose={forget}
      >
        {unsure?.reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </ConfirmDialog>
      {edited ? (
        <FieldDialog
          definition={data}
          field={edited === "new" ? null : edited}
          onSave={(next) => save(next).then(close)}
          onClose={close}
        />
      ) : null}
    </>
  );
}

interface Unsure {
  readonly definition: RecordTypeDefinition;
  /** What it would mean for the records that are there. */
  readonly reasons: readonly string[];
}

/** Puts a definition in force and lets every page see it; where it touches what is there already, asks first. */
function useSaveRecordType(basedOn = 0) {
  const say = useSay();
  const notify = useNotify();
  const queries = useQueryClient();
  const [unsure, setUnsure] = useState<Unsure | null>(null);
  const save = async (definition: RecordTypeDefinition, sure = false) => {
    const path = `/api/record-types/${encodeURIComponent(definition.id)}?basedOn=${basedOn}&acknowledge=${sure}`;
    try {
      await callApi(path, { method: "PUT", body: definition });
    } catch (error) {
      if (problemOf(error)?.code !== "warnings-to-acknowledge") throw error;
      return setUnsure({ definition, reasons: sentencesOf(error) });
    }
    setUnsure(null);
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["record-types"] }),
      queries.invalidateQueries({ queryKey: ["office"] }),
    ]);
    notify(say("settings.typePublished"), { type: "success" });
  };
  return { save, unsure, forget: () => setUnsure(null) };
}
