import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import List from "@mui/material/List";
import ListItem from "@mui/material/ListItem";
import ListItemText from "@mui/material/ListItemText";
import Paper from "@mui/material/Paper";
import { useState } from "react";
import { useNotify } from "react-admin";
import { sentencesOf } from "../app/api/api-problem.ts";
import { useApi } from "../app/api/use-api.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { ConfirmDialog } from "../app/parts/confirm-dialog.tsx";
import { DateText } from "../app/parts/date-text.tsx";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import {
  type DefinitionKind,
  type DefinitionVersion,
  type definitionApi,
  useDefinitionChange,
} from "./use-definition.ts";

/** Every version that was published; an earlier one can be put in force again. */
export function VersionsTab({
  kind,
  api,
}: {
  readonly kind: DefinitionKind;
  readonly api: ReturnType<typeof definitionApi>;
}) {
  const say = useSay();
  const notify = useNotify();
  const [asked, setAsked] = useState<number | null>(null);
  const { data } = useApi<readonly DefinitionVersion[]>("office", api.versions);
  const rollback = useDefinitionChange(api.rollback);
  if (!data) return <RowsSkeleton rows={3} />;
  const goBack = () => {
    if (asked === null) return;
    rollback.mutate(asked, {
      onError: (error) => notify(sentencesOf(error).join(" "), { type: "error" }),
      onSettled: () => setAsked(null),
    });
  };
  return (
    <Paper variant="outlined">
      <List disablePadding>
        {data.map(({ version, publishedAt, publishedBy }, index) => (
          <ListItem
            key={version}
            divider
            secondaryAction={
              index === 0 ? (
                <Chip size="small" label={say("studio.current")} />
              ) : kind === "workflow" ? (
                <Button size="small" onClick={() => setAsked(version)}>
                  {say("studio.restore")}
                </Button>
              ) : null
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
      {asked === null ? null : (
        <ConfirmDialog
          open
          title={say("studio.restoreTitle", { version: asked })}
          confirmLabel={say("studio.restore")}
          onConfirm={goBack}
          onClose={() => setAsked(null)}
        >
          {say("studio.restoreText")}
        </ConfirmDialog>
      )}
    </Paper>
  );
}
