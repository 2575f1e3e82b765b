import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify } from "react-admin";
import { useParams } from "react-router";
import { inLanguage, type Text } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { sentencesOf } from "../app/api/api-problem.ts";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { useOffice } from "../app/office/use-office.ts";
import { PageHead } from "../app/parts/page-head.tsx";
import { PageSkeleton } from "../app/parts/skeletons.tsx";
import { DefinitionTab } from "./definition-tab.tsx";
import { DiagramTab } from "./diagram-tab.tsx";
import { DifferencesTab } from "./differences-tab.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { RehearsalTab } from "./rehearsal-tab.tsx";
import { TryTab } from "./try-tab.tsx";
import { type DefinitionKind, definitionApi, useDefinitionChange } from "./use-definition.ts";
import { parsedText, useEditedDefinition } from "./use-edited-definition.ts";
import { VersionsTab } from "./versions-tab.tsx";

/** One definition: its picture, its text, what differs from what is in force, its versions. */
export function StudioWorkflowPage() {
  const { workflow: id = "" } = useParams();
  const type = useOffice().types.find((candidate) => candidate.id === id);
  const kind: DefinitionKind = type?.kind === "record" ? "record-type" : "workflow";
  const api = definitionApi(kind, id);
  const { data, error, refetch } = useQuery({ queryKey: ["office", "studio", kind, id], queryFn: () => api.read() });
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <Studio key={`${kind} ${id}`} kind={kind} id={id} stored={data} />;
}

type Shown = "diagram" | "definition" | "differences" | "try" | "rehearsal" | "versions";

interface StudioProps {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly stored: { readonly definition: WorkflowDefinition | object; readonly draft: boolean };
}

function Studio({ kind, id, stored }: StudioProps) {
  const say = useSay();
  const language = useLanguage();
  const notify = useNotify();
  const api = definitionApi(kind, id);
  const [shown, setShown] = useState<Shown>(kind === "workflow" ? "diagram" : "definition");
  const [publishing, setPublishing] = useState(false);
  const edited = useEditedDefinition(stored.definition);
  const save = useDefinitionChange(api.save);
  const definition = edited.definition;
  const saveDraft = () => {
    if (!definition) return;
    save.mutate(definition, {
      onSuccess: () => notify(say("studio.saved"), { type: "success" }),
      onError: (error) => notify(sentencesOf(error).join(" "), { type: "error" }),
    });
  };
  const shownTabs: readonly Shown[] =
    kind === "workflow"
      ? ["diagram", "definition", "differences", "try", "rehearsal", "versions"]
      : ["definition", "differences", "versions"];
  return (
    <>
      <PageHead
        title={titleOf(definition ?? stored.definition, id, language)}
        line={<StateLine draft={stored.draft} changed={edited.changed} />}
        action={
          <>
            {kind === "workflow" ? (
              <Button disabled={!definition || !edited.changed} loading={save.isPending} onClick={saveDraft}>
                {say("studio.save")}
              </Button>
            ) : null}
            <Button
              variant="contained"
              disabled={!definition || !(edited.changed || stored.draft)}
              onClick={() => setPublishing(true)}
            >
              {say("studio.publish")}
            </Button>
          </>
        }
      />
      <Tabs
        value={shown}
        onChange={(_, value: Shown) => setShown(value)}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={titleOf(definition ?? stored.definition, id, language)}
        sx={{ mb: 2 }}
      >
        {shownTabs.map((tab) => (
          <Tab key={tab} value={tab} label={say(`studio.${tab}`)} />
        ))}
      </Tabs>
      {shown === "diagram" ? (
        <DiagramTab
          definition={(definition ?? stored.definition) as WorkflowDefinition}
          onChange={(next) => edited.setText(JSON.stringify(next, null, 2))}
        />
      ) : null}
      {shown === "definition" ? (
        <DefinitionTab kind={kind} api={api} text={edited.text} onChange={edited.setText} parsed={parsedText} />
      ) : null}
      {shown === "differences" && definition ? <DifferencesTab api={api} definition={definition} /> : null}
      {shown === "try" && definition ? <TryTab definition={definition as unknown as WorkflowDefinition} /> : null}
      {shown === "rehearsal" && definition ? (
        <RehearsalTab api={api} definition={definition} published={stored.definition as WorkflowDefinition} />
      ) : null}
      {shown === "versions" ? <VersionsTab kind={kind} api={api} /> : null}
      {publishing && definition ? (
        <PublishDialog kind={kind} api={api} definition={definition} onClose={() => setPublishing(false)} />
      ) : null}
    </>
  );
}

function StateLine({ draft, changed }: { readonly draft: boolean; readonly changed: boolean }) {
  const say = useSay();
  return (
    <>
      {draft ? <Chip size="small" color="warning" label={say("studio.draft")} /> : null}
      {changed ? <Chip size="small" variant="outlined" label={say("studio.notSaved")} /> : null}
    </>
  );
}

function titleOf(definition: object, id: string, language: "fr" | "en"): string {
  const title: unknown = "title" in definition ? definition.title : undefined;
  return isText(title) ? inLanguage(title, language) : id;
}

function isText(title: unknown): title is Text {
  return typeof title === "string" || (typeof title === "object" && title !== null && "fr" in title);
}
