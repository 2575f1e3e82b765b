import { useMemo, useState } from "react";
import type { CompiledWorkflow } from "../../server/engine/definition/compiled-workflow.ts";
import type { CaseEvent } from "../../server/engine/execution/case.ts";
import type { ActionOffer, Refused } from "../../server/engine/execution/decision.ts";
import { explain } from "../../server/engine/execution/explain.ts";
import { beginTrial, nextTimer, sendInTrial, type Trial } from "../../server/engine/rehearsal/trial.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { useLanguage } from "../app/i18n/use-say.ts";
import { useOffice } from "../app/office/use-office.ts";
import { trialFacts } from "./trial-facts.ts";

/** A dummy case, what can be done with it now, and its clock. */
export interface RunningTrial {
  readonly trial: Trial | null;
  /** UTC ISO-8601, on the trial's clock. */
  readonly now: string;
  readonly offers: readonly ActionOffer[];
  /** Answers the sentences of a refusal, none when it was taken. */
  readonly begin: (data: JsonObject) => Promise<readonly string[]>;
  readonly send: (event: string, payload: JsonObject) => Promise<readonly string[]>;
  /** Moves the clock to the next timer and lets it go off; null when nothing waits. */
  readonly wait: (() => Promise<readonly string[]>) | null;
  readonly restart: () => void;
}

/** A dummy case on a definition: in the browser alone, with what is real of the office to decide by. */
export function useTrial(workflow: CompiledWorkflow): RunningTrial {
  const language = useLanguage();
  const { user, timeZone, types } = useOffice();
  const [state, setState] = useState<{ readonly trial: Trial; readonly offers: readonly ActionOffer[] } | null>(null);
  const [now, setNow] = useState(() => new Date().toISOString());
  const known = useMemo(() => ({ timeZone, types, language, actor: { ...user } }), [timeZone, types, language, user]);

  const show = async (answer: Trial | Refused, at: string): Promise<readonly string[]> => {
    if ("refusal" in answer) {
      return [...answer.reasons.map(({ message }) => message), ...Object.values(answer.errors)];
    }
    const question = { current: answer.current, event: null };
    const facts = await trialFacts(workflow, question, { ...known, now: at });
    const reader = { language, mayEvent: () => true, rolesOf: () => [] };
    setState({ trial: answer, offers: explain(workflow, answer.current, facts, reader) });
    setNow(at);
    return [];
  };
  const happen = async (trial: Trial, event: CaseEvent, at: string) => {
    const facts = await trialFacts(workflow, { current: trial.current, event }, { ...known, now: at });
    return show(sendInTrial(workflow, trial, { event, facts }), at);
  };
  const trial = state?.trial ?? null;
  const timer = trial && nextTimer(trial);
  return {
    trial,
    now,
    offers: state?.offers ?? [],
    begin: async (data) => {
      const facts = await trialFacts(workflow, { draft: { id: "", data } }, { ...known, now });
      return show(beginTrial(workflow, data, facts), now);
    },
    send: async (type, payload) => (trial ? happen(trial, { type, payload, source: "person" }, now) : []),
    wait: trial && timer ? () => happen(trial, timer.event, laterOf(timer.dueAt, now)) : null,
    restart: () => setState(null),
  };
}

/** Of two instants, UTC ISO-8601. */
function laterOf(one: string, other: string): string {
  return [one, other].toSorted()[1] ?? one;
}
