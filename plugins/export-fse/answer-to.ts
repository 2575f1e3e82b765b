import type { Json, JsonObject } from "../../server/plugin-api/index.ts";
import questionnaire from "./questionnaire.json" with { type: "json" };

/** A column of the file: what the fund asks, and the field that answers it. */
interface Question {
  readonly title: string;
  readonly of: "person" | "journey";
  readonly field: string;
  /** Otherwise as it is written. */
  readonly as?: "day" | "time-without-work";
  /** The fund's words, each for these values of the field; any other one is not known. */
  readonly answers?: { readonly [words: string]: readonly string[] };
  /** Yes where the field holds one of these. */
  readonly has?: readonly string[];
  /** Not asked of somebody who has not left. */
  readonly onceClosed?: true;
}

/** A person with the journey that the fund pays for. */
export interface Participant {
  readonly journey: JsonObject;
  readonly person: JsonObject;
}

/** The columns of the file, in the order that the fund asks them in. */
export const questions = questionnaire.questions as readonly Question[];
const { unknown } = questionnaire;

/** The answer in the words of the questionnaire. What the reader may not see, or was never asked, is not answered "no". */
export function answerTo({ of, field, as, answers, has, onceClosed }: Question, one: Participant): string {
  if (onceClosed && textOf(one.journey["closedOn"]) === "") return "";
  const value = one[of][field];
  if (has) return Array.isArray(value) ? (has.some((each) => value.includes(each)) ? "Oui" : "Non") : unknown;
  if (as === "day") return textOf(value).split("-").reverse().join("/");
  const said = as === "time-without-work" ? timeWithoutWork(one) : textOf(value);
  if (!answers) return said;
  return Object.keys(answers).find((words) => answers[words]?.includes(said)) ?? unknown;
}

/** Out of work for long: more than six months under 25 years of age, more than twelve from 25. */
function timeWithoutWork({ person, journey }: Participant): string {
  const [since, entry, birth] = [person["registeredSince"], journey["openedOn"], person["birthDate"]].map(textOf);
  if (!since || !entry) return "";
  const isYoung = birth !== undefined && birth !== "" && monthsBetween(birth, entry) < 25 * 12;
  return monthsBetween(since, entry) >= (isYoung ? 6 : 12) ? "long" : "short";
}

/** Whole months between two days, ISO. */
function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}

const textOf = (value: Json | undefined): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
