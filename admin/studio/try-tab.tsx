import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useMemo, useState } from "react";
import type { CompiledWorkflow } from "../../server/engine/definition/compiled-workflow.ts";
import { eventTitles } from "../../server/engine/definition/event-titles.ts";
import { creationForm } from "../../server/engine/execution/event-form.ts";
import { serveSchema } from "../../server/engine/schema/serve-schema.ts";
import { inLanguage } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { useSayFailure } from "../app/errors/use-say-failure.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { formatExact } from "../app/parts/format-date.ts";
import { Section } from "../app/parts/section.tsx";
import { useDateSetting } from "../app/parts/use-date-setting.ts";
import { SchemaForm } from "../schema-ui/schema-form.tsx";
import { StageName } from "./stage-name.tsx";
import { TrialOffers } from "./trial-offers.tsx";
import { TrialSteps } from "./trial-steps.tsx";
import { compileForTrial, pluginRules } from "./trial-tools.ts";
import { type RunningTrial, useTrial } from "./use-trial.ts";

/** The definition as it is being edited, tried on a dummy case: nothing is saved, nobody is told. */
export function TryTab({ definition }: { readonly definition: WorkflowDefinition }) {
  const say = useSay();
  const workflow = useMemo(() => compileForTrial(definition), [definition]);
  if (typeof workflow === "string") {
    return (
      <Alert severity="error">
        {say("studio.tryBroken")} {workflow}
      </Alert>
    );
  }
  return <TriedWorkflow workflow={workflow} />;
}

function TriedWorkflow({ workflow }: { readonly workflow: CompiledWorkflow }) {
  const say = useSay();
  const language = useLanguage();
  const running = useTrial(workflow);
  const [refusal, setRefusal] = useState<readonly string[]>([]);
  const titles = useMemo(() => eventTitles(workflow.definition), [workflow]);
  const titleOf = (event: string) => inLanguage(titles.get(event) ?? event, language);
  const rules = useMemo(() => pluginRules(workflow.definition.machine), [workflow]);
  const sayFailure = useSayFailure();
  const tell = (sentences: Promise<readonly string[]>) => sentences.then(setRefusal).catch(sayFailure);
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      <Typography sx={{ color: "text.secondary" }}>{say("studio.tryHelp")}</Typography>
      {rules.length > 0 ? (
        <Alert severity="info">
          {say("studio.tryPlugins", { smart_count: rules.length, rules: rules.join(", ") })}
        </Alert>
      ) : null}
      {refusal.length > 0 ? (
        <Alert severity="warning" onClose={() => setRefusal([])}>
          {refusal.join(" ")}
        </Alert>
      ) : null}
      {running.trial ? (
        <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { md: "3fr 2fr" }, alignItems: "start" }}>
          <Standing workflow={workflow} running={running} onTell={(sentences) => void tell(sentences)} />
          <TrialSteps workflow={workflow} trial={running.trial} titleOf={titleOf} />
        </Box>
      ) : (
        <Creation workflow={workflow} onBegin={(data) => tell(running.begin(data))} />
      )}
    </Box>
  );
}

interface CreationProps {
  readonly workflow: CompiledWorkflow;
  readonly onBegin: (data: Parameters<RunningTrial["begin"]>[0]) => Promise<void>;
}

function Creation({ workflow, onBegin }: CreationProps) {
  const say = useSay();
  const language = useLanguage();
  const { create, schema = {} } = workflow.definition;
  const form = creationForm(workflow) ?? schema;
  const served = useMemo(() => serveSchema(form, { language }), [form, language]);
  const title = create?.title ? inLanguage(create.title, language) : say("studio.tryBegin");
  return (
    <Section title={title}>
      <SchemaForm schema={served} onSubmit={onBegin} submitLabel={title} />
    </Section>
  );
}

interface StandingProps {
  readonly workflow: CompiledWorkflow;
  readonly running: RunningTrial;
  readonly onTell: (sentences: Promise<readonly string[]>) => void;
}

function Standing({ workflow, running, onTell }: StandingProps) {
  const say = useSay();
  const setting = useDateSetting();
  const { trial, now, offers, wait } = running;
  if (!trial) return null;
  return (
    <Section
      title={say("cases.nextSteps")}
      actions={<Button onClick={running.restart}>{say("studio.tryAgain")}</Button>}
    >
      <Box sx={{ display: "grid", gap: 2 }}>
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
          <StageName stages={workflow.stages} stage={trial.current.stage} />
          <Typography sx={{ color: "text.secondary" }}>
            {say("studio.tryClock", { at: formatExact(now, setting) })}
          </Typography>
        </Box>
        <TrialOffers
          key={trial.current.version}
          offers={offers}
          record={trial.current.data}
          onSend={async (event, payload) => onTell(running.send(event, payload))}
        />
        {wait ? (
          <Button variant="outlined" sx={{ justifySelf: "start" }} onClick={() => onTell(wait())}>
            {say("studio.tryWait", { at: formatExact(trial.current.dueAt ?? now, setting) })}
          </Button>
        ) : null}
      </Box>
    </Section>
  );
}
