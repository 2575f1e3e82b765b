import { describe, expect, it } from "vitest";
import type { DelayDefinition, WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { compileWorkflow } from "../definition/compile-workflow.ts";
import { tools } from "../testing/loans.ts";
import { durationInWords } from "../time/duration-words.ts";
import { explainTimer, type TimerReading } from "./explain-timer.ts";

const reading = { fieldTitle: (field: string) => (field === "secret" ? null : "Retour prévu"), holidays: false };
const french: TimerReading = { ...reading, language: "fr" };
const english: TimerReading = { ...reading, language: "en", fieldTitle: () => "Due on" };

function why(when: DelayDefinition, { language = french } = {}): string | null {
  const definition: WorkflowDefinition = {
    id: "loans",
    title: "Prêts",
    delays: { reminder: when },
    machine: {
      initial: "out",
      states: {
        out: { meta: { title: { fr: "Recherche", en: "Search" } }, after: { reminder: "back" } },
        back: { type: "final" },
      },
    },
  };
  return explainTimer(compileWorkflow(definition, 1, tools), "xstate.after.reminder.loans.out", language);
}

describe("explainTimer", () => {
  it.each([
    [{ duration: "P30D" }, "30 jours après l’entrée dans « Recherche »"],
    [{ duration: "P30D", workingDays: true }, "30 jours après l’entrée dans « Recherche », comptés en jours ouvrés"],
    [{ duration: "PT0S" }, "Dès l’entrée dans « Recherche »"],
    [{ field: "dueOn" }, "À la date « Retour prévu »"],
    [{ field: "dueOn", duration: "-P1W" }, "1 semaine avant la date « Retour prévu »"],
    [{ field: "dueOn", duration: "P1Y2M" }, "1 an et 2 mois après la date « Retour prévu »"],
    [{ field: "secret", duration: "P1D" }, "1 jour après une date de la fiche"],
    [{ field: "secret" }, "À une date de la fiche"],
  ] as const)("tells why %j is due when it is", (when, sentence) => {
    expect(why(when)).toBe(sentence);
  });

  it("speaks English, and of public holidays where the office has them", () => {
    expect(why({ duration: "P1D" }, { language: english })).toBe("1 day after entering “Search”");
    const sentence = why({ duration: "P5D", workingDays: true }, { language: { ...english, holidays: true } });
    expect(sentence).toBe("5 days after entering “Search”, counted in working days without public holidays");
  });

  it("knows nothing of a timer that is not the workflow's", () => {
    const workflow = compileWorkflow({ id: "x", title: "X", machine: { initial: "a", states: { a: {} } } }, 1, tools);
    expect(explainTimer(workflow, "xstate.after.reminder.loans.out", french)).toBeNull();
  });
});

describe("durationInWords", () => {
  it.each([
    ["PT36H", "36 heures", "36 hours"],
    ["P1DT2H30M", "1 jour, 2 heures et 30 minutes", "1 day, 2 hours and 30 minutes"],
    ["PT1.5S", "1 seconde", "1 second"],
    ["P0D", "", ""],
  ])("%s", (duration, inFrench, inEnglish) => {
    expect(durationInWords(duration, "fr")).toBe(inFrench);
    expect(durationInWords(duration, "en")).toBe(inEnglish);
  });
});
