import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { inLanguage, type Text } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { problemOf } from "../app/api/api-problem.ts";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { useSayFailure } from "../app/errors/use-say-failure.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { useOffice } from "../app/office/use-office.ts";
import { PageHead } from "../app/parts/page-head.tsx";
import { PageSkeleton } from "../app/parts/skeletons.tsx";
import { TabbedParts, useShownPart } from "../app/parts/tabbed-parts.tsx";
import { DefinitionTab } from "./definition-tab.tsx";
import { DiagramTab } from "./diagram-tab.tsx";
import { DifferencesTab } from "./differences-tab.tsx";
import { DraftButtons } from "./draft-buttons.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { RehearsalTab } from "./rehearsal-tab.tsx";
import { TryTab } from "./try-tab.tsx";
import { type DefinitionKind, definitionApi, type StoredDefinition } from "./use-definition.ts";
import { type EditedDefinition, useEditedDefinition } from "./use-edited-definition.ts";
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

const partsOf = {
  workflow: ["diagram", "definition", "differences", "try", "rehearsal", "versions"],
  "record-type": ["definition", "differences", "versions"],
} as const satisfies { readonly [kind in DefinitionKind]: readonly string[] };

interface StudioProps {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly stored: StoredDefinition;
}

function Studio({ kind, id, stored }: StudioProps) {
  const say = useSay();
  const language = useLanguage();
  const sayFailure = useSayFailure();
  const api = definitionApi(kind, id);
  const [, showPart] = useShownPart();
  const [publishing, setPublishing] = useState(false);
  const edited = useEditedDefinition(stored);
  const { definition, basedOn } = edited;
  const title = titleOf(definition ?? stored.definition, id, language);
  const compare = async () => {
    edited.rebase(await api.latest());
    setPublishing(false);
    showPart("differences");
  };
  const remedy = (error: unknown) =>
    problemOf(error)?.code === "published-in-between" ? (
      <Button color="inherit" onClick={() => void compare().catch(sayFailure)}>
        {say("studio.compare")}
      </Button>
    ) : null;
  return (
    <>
      <PageHead
        title={title}
        line={<StateLine draft={stored.draft} changed={edited.changed} />}
        action={
          <>
            {kind === "workflow" ? <DraftButtons api={api} stored={stored} edited={edited} remedy={remedy} /> : null}
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
      <LeaveGuard unsaved={edited.changed} />
      <TabbedParts
        label={title}
        parts={partsOf[kind].map((part) => ({
          id: part,
          title: say(`studio.${part}`),
          content: <Part part={part} kind={kind} id={id} stored={stored} edited={edited} />,
        }))}
      />
      {publishing && definition ? (
        <PublishDialog
          kind={kind}
          id={id}
          title={say("studio.publishTitle")}
          api={api}
          definition={definition}
          publish={(choice) => api.publish({ definition, basedOn }, choice)}
          onPublished={edited.forget}
          remedy={remedy}
          onClose={() => setPublishing(false)}
        />
      ) : null}
    </>
  );
}

interface PartProps extends StudioProps {
  readonly part: (typeof partsOf)["workflow"][number];
  readonly edited: EditedDefinition;
}

function Part({ part, kind, id, stored, edited }: PartProps) {
  const api = definitionApi(kind, id);
  const { definition, text, setText } = edited;
  if (part === "versions") return <VersionsTab kind={kind} id={id} api={api} />;
  if (part === "definition") return <DefinitionTab kind={kind} api={api} text={text} onChange={setText} />;
  if (part === "diagram") {
    const drawn = (definition ?? stored.definition) as unknown as WorkflowDefinition;
    return <DiagramTab definition={drawn} onChange={(next) => setText(JSON.stringify(next, null, 2))} />;
  }
  if (!definition) return <NotJson />;
  if (part === "differences")
    return <DifferencesTab published={stored.basedOn > 0} api={api} definition={definition} />;
  if (part === "rehearsal") return <RehearsalTab id={id} api={api} definition={definition} />;
  return <TryTab definition={definition as unknown as WorkflowDefinition} />;
}

function NotJson() {
  const say = useSay();
  return <Alert severity="error">{say("studio.brokenText")}</Alert>;
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
