import type { DescribedRule, ErasureLine, RetentionOverview } from "../../api-types.ts";
import { bulk, json, jsonBody, operation, type PathItem, type Told } from "../operation.ts";
import { closed, component, data, day, instant, integer, list, nullable, oneOf, text } from "../shape.ts";

const does = (told: Omit<Told, "tag">) => operation({ tag: "administration", ...told });

const due = closed<RetentionOverview["reads"]>({ sentence: text, due: integer });

const rule = closed<DescribedRule>({
  type: text,
  title: text,
  kind: oneOf("record", "workflow"),
  sentence: text,
  due: integer,
  drill: nullable(data),
});

const overview = closed<RetentionOverview>({
  rules: list(rule),
  deleted: due,
  reads: due,
  nextRun: instant,
  erased: list(
    closed<ErasureLine>({ type: text, title: text, how: oneOf("erased", "anonymised"), by: text, day, count: integer }),
  ),
});

/** How long what is about people is kept: for administrators. */
export const privacyPaths: { readonly [path: string]: PathItem } = {
  "/retention": {
    get: does({ summary: "The rules of retention in words, and what falls under them", answer: json(overview) }),
  },
  "/retention/preview": {
    get: does({ summary: "What a run would erase today", answer: json(component("ErasurePlan")) }),
  },
  "/retention/runs": {
    post: does({
      summary: "Apply the rules now",
      body: jsonBody({ confirm: { const: true } }, ["confirm"]),
      answer: bulk,
    }),
  },
};
