import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { ImportBody } from "../../../server/http/api-types.ts";
import { callApi } from "../../app/api/api-client.ts";
import { FailureAlert } from "../../app/errors/failure-alert.tsx";
import { useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { PageHead } from "../../app/parts/page-head.tsx";
import { Section } from "../../app/parts/section.tsx";
import { RowsSkeleton } from "../../app/parts/skeletons.tsx";
import { FilePicker } from "../../schema-ui/inputs/file-picker.tsx";
import { ImportOutcome } from "./import-outcome.tsx";

interface Try {
  readonly type: string;
  readonly file: File;
  readonly dryRun: boolean;
}

/** `/settings/imports`: a spreadsheet becomes records; what would happen is told before anything does. */
export function ImportsPage() {
  const say = useSay();
  const { types } = useOffice();
  const importable = types.filter((type) => type.kind === "record" && type.may.create);
  const [type, setType] = useState(importable[0]?.id ?? "");
  const [file, setFile] = useState<File | null>(null);
  const run = useImport();
  const begin = (chosen: { readonly type: string; readonly file: File | null }) => {
    setType(chosen.type);
    setFile(chosen.file);
    run.reset();
    if (chosen.file) run.mutate({ type: chosen.type, file: chosen.file, dryRun: true });
  };
  const title = importable.find(({ id }) => id === type)?.title ?? type;
  return (
    <>
      <PageHead title={say("settings.imports")} line={say("settings.importsLine")} />
      <Box sx={{ display: "grid", gap: 2 }}>
        <Section title={say("settings.importsHow")}>
          <Box sx={{ display: "grid", gap: 2, maxWidth: 560 }}>
            <TextField
              select
              label={say("settings.importsType")}
              value={type}
              onChange={({ target }) => begin({ type: target.value, file })}
            >
              {importable.map(({ id, title: name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
            <ChosenFile file={file} onFile={(next) => begin({ type, file: next })} />
          </Box>
        </Section>
        {run.isPending ? <Running dryRun={run.variables.dryRun} /> : null}
        <FailureAlert error={run.error} />
        {run.data ? (
          <Section title={say(run.data.dryRun ? "settings.importsTried" : "settings.importsDone")}>
            <ImportOutcome report={run.data} type={type} title={title} />
            {file ? <GoOn report={run.data} onGo={() => run.mutate({ type, file, dryRun: false })} /> : null}
          </Section>
        ) : null}
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {say("settings.importsCommand")}{" "}
          <code>
            npm run passerelle -- import {type} {say("settings.importsFileName")}
          </code>
        </Typography>
      </Box>
    </>
  );
}

function useImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ type, file, dryRun }: Try) => {
      const body = new FormData();
      body.append("file", file);
      return (await callApi<ImportBody>(`/api/imports/${type}?dryRun=${dryRun}`, { method: "POST", body })).body;
    },
    onSuccess: ({ dryRun }, { type }) => (dryRun ? undefined : queries.invalidateQueries({ queryKey: [type] })),
  });
}

function Running({ dryRun }: Pick<Try, "dryRun">) {
  const say = useSay();
  return (
    <>
      <Typography role="status">{say(dryRun ? "settings.importsTrying" : "settings.importsRunning")}</Typography>
      <RowsSkeleton rows={4} />
    </>
  );
}

/** After a trial that would write something: the way to do it. */
function GoOn({ report, onGo }: { readonly report: ImportBody; readonly onGo: () => void }) {
  const say = useSay();
  const count = report.created + report.updated;
  if (!report.dryRun || count === 0) return null;
  return (
    <Button variant="contained" sx={{ mt: 2 }} onClick={onGo}>
      {say("settings.importsGo", { smart_count: count })}
    </Button>
  );
}

function ChosenFile({ file, onFile }: { readonly file: File | null; readonly onFile: (file: File) => void }) {
  const say = useSay();
  const id = useId();
  return (
    <div>
      <Box component="label" htmlFor={id} sx={{ display: "block", fontWeight: 550, mb: 0.5 }}>
        {say("settings.importsFile")}
      </Box>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, flexWrap: "wrap" }}>
        {file ? <span>{file.name}</span> : null}
        <FilePicker
          id={id}
          accept=".csv,text/csv"
          words={say(file ? "form.replaceFile" : "form.chooseFile")}
          onFile={onFile}
        />
      </Box>
      <FormHelperText>{say("settings.importsText")}</FormHelperText>
    </div>
  );
}
