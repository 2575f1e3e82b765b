import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import List from "@mui/material/List";
import ListItem from "@mui/material/ListItem";
import ListItemText from "@mui/material/ListItemText";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../app/api/use-api.ts";
import { Awaited } from "../app/errors/awaited.tsx";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { DateText } from "../app/parts/date-text.tsx";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import type { DefinitionKind, DefinitionVersion, definitionApi } from "./use-definition.ts";

interface Props {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly api: ReturnType<typeof definitionApi>;
}

/** Every version that was published; an earlier one can be put in force again. */
export function VersionsTab({ kind, id, api }: Props) {
  const say = useSay();
  const [asked, setAsked] = useState<number | null>(null);
  const { data, error } = useApi<readonly DefinitionVersion[]>("office", api.versions);
  if (error) return <FailurePage error={error} />;
  if (!data) return <RowsSkeleton rows={3} />;
  const [latest] = data;
  if (!latest) return <Typography sx={{ color: "text.secondary" }}>{say("studio.noVersion")}</Typography>;
  return (
    <Paper variant="outlined">
      <List disablePadding>
        {data.map(({ version, publishedAt, publishedBy }) => (
          <ListItem
            key={version}
            divider
            secondaryAction={
              version === latest?.version ? (
                <Chip size="small" label={say("studio.current")} />
              ) : (
                <Button size="small" onClick={() => setAsked(version)}>
                  {say("studio.restore")}
                </Button>
              )
            }
          >
            <ListItemText
              primary={say("studio.version", { version })}
              secondary={
                <>
                  {say("studio.publishedOn", { name: publishedBy })} · <DateText value={publishedAt} time />
                </>
              }
            />
          </ListItem>
        ))}
      </List>
      {asked === null || !latest ? null : (
        <RestoreDialog
          kind={kind}
          id={id}
          api={api}
          version={asked}
          latest={latest.version}
          onClose={() => setAsked(null)}
        />
      )}
    </Paper>
  );
}

interface RestoreProps extends Props {
  readonly version: number;
  readonly latest: number;
  readonly onClose: () => void;
}

/** Puts an earlier version in force again, as the next one, after saying what that means. */
function RestoreDialog({ kind, id, api, version, latest, onClose }: RestoreProps) {
  const say = useSay();
  const {
    data: definition,
    error,
    refetch,
  } = useQuery({
    queryKey: ["office", "version", api.base, version],
    queryFn: () => api.version(version),
  });
  if (!definition) {
    return (
      <Awaited error={error} onRetry={() => void refetch()}>
        {null}
      </Awaited>
    );
  }
  return (
    <PublishDialog
      kind={kind}
      id={id}
      title={say("studio.restoreTitle", { version })}
      api={api}
      definition={definition}
      publish={(choice) =>
        kind === "workflow" ? api.rollback(version, choice) : api.publish({ definition, basedOn: latest }, choice)
      }
      onClose={onClose}
    />
  );
}
