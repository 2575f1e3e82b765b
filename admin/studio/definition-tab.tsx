import Alert from "@mui/material/Alert";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useCallback, useRef, useState } from "react";
import type { Finding, LintAnswer } from "../../server/engine/definition/finding.ts";
import { unbroken } from "../app/i18n/unbroken.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { onDemand } from "../app/parts/on-demand.tsx";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import type { DefinitionKind, definitionApi } from "./use-definition.ts";
import { parsedText } from "./use-edited-definition.ts";

const JsonEditor = onDemand(
  () => import("./json-editor.tsx").then((module) => module.JsonEditor),
  <RowsSkeleton rows={10} />,
);

interface Props {
  readonly kind: DefinitionKind;
  readonly api: ReturnType<typeof definitionApi>;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The text of a definition, and what the office has to say about it while it is typed. */
export function DefinitionTab({ kind, api, text, onChange }: Props) {
  const say = useSay();
  const [answer, setAnswer] = useState<LintAnswer | null>(null);
  const latest = useRef("");
  const lint = useCallback(
    async (written: string) => {
      latest.current = written;
      const read = parsedText(written);
      const found = read.ok
        ? await api.lint(read.definition)
        : {
            errors: [{ code: "not-json", message: say("studio.notJson", { message: read.message }), path: "" }],
            warnings: [],
          };
      // The answer about an earlier text may come after that about a later one.
      if (latest.current === written) setAnswer(found);
      return found;
    },
    [api, say],
  );
  return (
    <Stack spacing={2}>
      <Paper variant="outlined" sx={{ overflow: "hidden" }}>
        <JsonEditor label={say("studio.editor")} value={text} kind={kind} onChange={onChange} lint={lint} />
      </Paper>
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {say("studio.editorHelp")}
      </Typography>
      {answer ? <Findings answer={answer} /> : null}
    </Stack>
  );
}

/** Errors, then remarks, each with its place. */
export function Findings({ answer }: { readonly answer: LintAnswer }) {
  const say = useSay();
  const { errors, warnings } = answer;
  if (errors.length + warnings.length === 0) return <Alert severity="success">{say("studio.noFinding")}</Alert>;
  return (
    <Stack spacing={1} role="status">
      {errors.length > 0 ? (
        <FindingList severity="error" title={say("studio.errors", { smart_count: errors.length })} findings={errors} />
      ) : null}
      {warnings.length > 0 ? (
        <FindingList
          severity="warning"
          title={say("studio.warnings", { smart_count: warnings.length })}
          findings={warnings}
        />
      ) : null}
    </Stack>
  );
}

interface FindingListProps {
  readonly severity: "error" | "warning";
  readonly title: string;
  readonly findings: readonly Finding[];
}

function FindingList({ severity, title, findings }: FindingListProps) {
  return (
    <Alert severity={severity}>
      <strong>{title}</strong>
      <ul style={{ margin: 0, paddingLeft: 16 }}>
        {findings.map((finding) => (
          <li key={`${finding.path} ${finding.message}`}>
            {unbroken(finding.message)} {finding.path ? <code>{finding.path}</code> : null}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
