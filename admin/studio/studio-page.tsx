import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Link from "@mui/material/Link";
import List from "@mui/material/List";
import ListItem from "@mui/material/ListItem";
import ListItemText from "@mui/material/ListItemText";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId, useState } from "react";
import { Link as RouterLink } from "react-router";
import { useApi } from "../app/api/use-api.ts";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { PageHead } from "../app/parts/page-head.tsx";
import { PageSkeleton } from "../app/parts/skeletons.tsx";
import { CreateWorkflowDialog } from "./create-workflow-dialog.tsx";

/** One of `GET /api/workflows` and `GET /api/record-types`. */
export interface DefinitionSummary {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly draft: boolean;
  readonly source: string | null;
}

/** Every definition that the office is made of: what administrators reshape without code. */
export function StudioPage() {
  const say = useSay();
  const [creating, setCreating] = useState(false);
  const workflows = useApi<readonly DefinitionSummary[]>("office", "/api/workflows");
  const recordTypes = useApi<readonly DefinitionSummary[]>("office", "/api/record-types");
  const error = workflows.error ?? recordTypes.error;
  if (error)
    return <FailurePage error={error} onRetry={() => void Promise.all([workflows.refetch(), recordTypes.refetch()])} />;
  if (!workflows.data || !recordTypes.data) return <PageSkeleton />;
  return (
    <>
      <PageHead
        title={say("studio.title")}
        line={say("studio.line")}
        action={
          <Button variant="contained" onClick={() => setCreating(true)}>
            {say("studio.newWorkflow")}
          </Button>
        }
      />
      <Box
        sx={{ display: "grid", gap: 3, gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "repeat(2, minmax(0, 1fr))" } }}
      >
        <Definitions title={say("studio.workflows")} help={say("studio.workflowsHelp")} definitions={workflows.data} />
        <Definitions
          title={say("studio.recordTypes")}
          help={say("studio.recordTypesHelp")}
          definitions={recordTypes.data}
        />
      </Box>
      {creating ? <CreateWorkflowDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}

interface DefinitionsProps {
  readonly title: string;
  readonly help: ReactNode;
  readonly definitions: readonly DefinitionSummary[];
}

function Definitions({ title, help, definitions }: DefinitionsProps) {
  const say = useSay();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Typography variant="h2" id={heading}>
        {title}
      </Typography>
      <Typography sx={{ color: "text.secondary", mb: 1 }}>{help}</Typography>
      <Paper variant="outlined">
        <List disablePadding>
          {definitions.map(({ id, title: name, version, draft }) => (
            <ListItem
              key={id}
              divider
              secondaryAction={draft ? <Chip size="small" color="warning" label={say("studio.draft")} /> : null}
            >
              <ListItemText
                primary={
                  <Link component={RouterLink} to={`/studio/${id}`}>
                    {name}
                  </Link>
                }
                secondary={version > 0 ? say("studio.version", { version }) : say("studio.neverPublished")}
              />
            </ListItem>
          ))}
        </List>
      </Paper>
    </section>
  );
}
