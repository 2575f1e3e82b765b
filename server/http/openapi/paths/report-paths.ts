import type { ListedExporter, ListedReport, ReportColumn, ServedReport, SubscriptionState } from "../../api-types.ts";
import {
  file,
  idParameter,
  json,
  operation,
  type PathItem,
  queryParameter,
  type Told,
  tableTypes,
} from "../operation.ts";
import { closed, data, day, flag, list, mapOf, nullable, oneOf, optional, servedSchema, text } from "../shape.ts";

const does = (told: Omit<Told, "tag">) => operation({ tag: "reports", ...told });

const listed = { id: text, plugin: text, title: text, description: text, params: nullable(servedSchema) };
const period = [queryParameter("from", "First day, ISO", day), queryParameter("to", "Last day, ISO", day)];
const subscription = closed<SubscriptionState>({ subscribed: flag, available: flag, next: day });

const report = closed<ServedReport>({
  id: text,
  title: text,
  from: day,
  to: day,
  columns: list(
    closed<ReportColumn>({ key: text, title: text, type: oneOf("text", "number", "days", "percent", "month") }),
  ),
  rows: list({ ...data, description: "Values by column key; `drill` lists exactly the records that are counted" }),
  totals: mapOf({ type: ["number", "null"] }),
  sections: optional(text),
  chart: optional(data),
  definition: text,
  masked: flag,
});

/** Figures, and the files that plugins make. */
export const reportPaths: { readonly [path: string]: PathItem } = {
  "/reports": {
    get: does({ summary: "Reports that can be asked for", answer: json(list(closed<ListedReport>(listed))) }),
  },
  "/reports/{id}": {
    get: does({
      summary: "The figures of a period: the last twelve months without `from` and `to`",
      parameters: [...idParameter, ...period, queryParameter("format", "", oneOf("json", "csv", "xlsx", "pdf"))],
      answer: {
        content: {
          "application/json": report,
          ...file(...tableTypes, "application/pdf").content,
        },
      },
    }),
  },
  "/reports/{id}/subscription": {
    get: does({
      summary: "Whether the reader is mailed the report each month",
      parameters: idParameter,
      answer: json(subscription),
    }),
    put: does({
      summary: "Have it mailed on the first of each month",
      parameters: idParameter,
      answer: json(subscription),
    }),
    delete: does({ summary: "Have it mailed no more", parameters: idParameter, answer: json(subscription) }),
  },
  "/exports": {
    get: does({
      summary: "The files that plugins make of the records of a period",
      answer: json(list(closed<ListedExporter>({ ...listed, offeredIn: oneOf("reports", null) }))),
    }),
  },
  "/exports/{id}": {
    get: does({
      summary: "A file that a plugin makes of the records of a period, under the rights of whoever asks",
      parameters: [...idParameter, ...period],
      answer: file("*/*"),
    }),
  },
};
