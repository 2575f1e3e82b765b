import Box from "@mui/material/Box";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useQueryClient } from "@tanstack/react-query";
import { useNotify } from "react-admin";
import type { IncidentBody, ResolvedKind } from "../../../server/http/api-types.ts";
import { callApi } from "../../app/api/api-client.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { useSay } from "../../app/i18n/use-say.ts";
import { useIncidents } from "../../app/office/use-incidents.ts";
import { BusyButton } from "../../app/parts/busy-button.tsx";
import { EmptyState } from "../../app/parts/empty-state.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { Section } from "../../app/parts/section.tsx";
import { RowsSkeleton } from "../../app/parts/skeletons.tsx";
import { DismissButton } from "./dismiss-button.tsx";
import { IncidentLine } from "./incident-line.tsx";

/** The newest of them are shown; the others come up as these are dealt with. */
const shown = 200;

/** `/settings/incidents`: what the office promised to do and could not, to be tried again or done without. */
export function IncidentsPage() {
  const say = useSay();
  const { data, total = 0, error, refetch } = useIncidents(shown);
  return (
    <>
      <PageHead title={say("settings.incidents")} line={say("settings.incidentsText")} />
      {error ? (
        <FailurePage error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <RowsSkeleton rows={3} />
      ) : data.length === 0 ? (
        <EmptyState title={say("settings.noIncidents")}>{say("settings.noIncidentsText")}</EmptyState>
      ) : (
        <Stack spacing={2}>
          {byKind(data).map((incidents) => (
            <Kind key={incidents[0].kind} incidents={incidents} />
          ))}
          {total > data.length ? (
            <Typography sx={{ color: "text.secondary" }}>
              {say("settings.moreIncidents", { smart_count: total - data.length })}
            </Typography>
          ) : null}
        </Stack>
      )}
    </>
  );
}

type SameKind = readonly [IncidentBody, ...IncidentBody[]];

function byKind(incidents: readonly IncidentBody[]): readonly SameKind[] {
  const kinds = new Map<string, [IncidentBody, ...IncidentBody[]]>();
  for (const incident of incidents) {
    const same = kinds.get(incident.kind);
    if (same) same.push(incident);
    else kinds.set(incident.kind, [incident]);
  }
  return [...kinds.values()];
}

function Kind({ incidents }: { readonly incidents: SameKind }) {
  const say = useSay();
  const decide = useDecision();
  const [{ kind, title }] = incidents;
  const several = incidents.length > 1;
  const all = (verb: "retry" | "dismiss") => decide(`/api/incidents/${verb}`, verb, { kind });
  return (
    <Section
      flush
      title={several ? `${title} (${incidents.length})` : title}
      actions={
        several ? (
          <>
            <BusyButton size="small" aria-label={say("settings.retryAllNamed", { title })} onPress={() => all("retry")}>
              {say("settings.retryAll")}
            </BusyButton>
            <DismissButton
              label={say("settings.dismissAll")}
              name={say("settings.dismissAllNamed", { title })}
              kind={kind}
              onDismiss={() => all("dismiss")}
            />
          </>
        ) : undefined
      }
    >
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {incidents.map((incident) => (
          <IncidentLine
            key={incident.id}
            incident={incident}
            onDecide={(verb) => decide(`/api/incidents/${incident.id}/${verb}`, verb)}
          />
        ))}
      </Box>
    </Section>
  );
}

/** Sends what the administrator decided, says what became of it, and reads the list again. */
function useDecision() {
  const say = useSay();
  const notify = useNotify();
  const queries = useQueryClient();
  return async (path: string, verb: "retry" | "dismiss", body?: { readonly kind: string }): Promise<void> => {
    try {
      const { body: answer } = await callApi<Partial<ResolvedKind>>(path, { method: "POST", body: body ?? {} });
      const sentence = verb === "retry" ? "settings.retried" : "settings.dismissed";
      notify(say(sentence, { smart_count: answer.resolved ?? 1 }), { type: "success" });
    } finally {
      await queries.invalidateQueries({ queryKey: ["incidents"] });
    }
  };
}
