import type { SchemaValidator } from "../engine/schema/validator.ts";
import type { ExportedFile } from "../plugin-api/contributions/index.ts";
import type { DataSchema } from "../plugin-api/data-schema.ts";
import { ToldFailure } from "./told-failure.ts";

const reason: DataSchema = {
  type: "object",
  required: ["code", "message", "weight"],
  properties: { code: { type: "string" }, message: { type: "string" }, weight: { type: "number" } },
};

/** What a matcher answers. */
export const matchesSchema: DataSchema = {
  type: "array",
  items: {
    type: "object",
    required: ["id", "score", "reasons", "blockers"],
    properties: {
      id: { type: "string" },
      score: { type: "number", minimum: 0, maximum: 1 },
      reasons: { type: "array", items: reason },
      blockers: { type: "array", items: reason },
    },
  },
};

/** What a finder answers. */
export const idsSchema: DataSchema = { type: "array", items: { type: "string" } };

/** What a report answers. */
export const reportAnswerSchema: DataSchema = {
  type: "object",
  required: ["title", "columns", "rows", "totals", "definition"],
  properties: {
    title: { type: "string" },
    columns: {
      type: "array",
      items: {
        type: "object",
        required: ["key", "title", "type"],
        properties: {
          key: { type: "string" },
          title: { type: "string" },
          type: { enum: ["text", "number", "days", "percent", "month"] },
        },
      },
    },
    rows: { type: "array", items: { type: "object" } },
    totals: { type: "object", additionalProperties: { type: "number" } },
    definition: { type: "string" },
  },
};

/** @throws Error that tells what is wrong with what the plugin's code answered. */
export function checkAnswer(validator: SchemaValidator, schema: DataSchema, answer: unknown): void {
  const [issue] = validator.check(schema, answer, "en");
  if (!issue) return;
  const [french = issue] = validator.check(schema, answer, "fr");
  throw new ToldFailure({
    fr: `La réponse n’est pas celle que demande l’interface des extensions : ${french.path} – ${french.message}`,
    en: `The answer is not what the plugin interface asks for: ${issue.path} – ${issue.message}`,
  });
}

/** @throws Error that tells what is wrong with the file that the plugin's code made. */
export function checkFile(file: ExportedFile): void {
  const { name } = file;
  if (!/^[\p{L}\p{N} ._-]{1,120}$/u.test(name)) throw new Error(`“${name}” is not the name of a file`);
  if ("print" in file) return;
  if ("table" in file) {
    if (!/\.(csv|xlsx)$/.test(name)) throw new Error(`“${name}” is a table: its name ends in .csv or .xlsx`);
    const isWhole = file.table.rows.every(({ length }) => length === file.table.columns.length);
    if (!isWhole) throw new Error("Each row has a cell for each column");
    return;
  }
  const { mediaType, content } = file;
  if (!/^[a-z]+\/[a-z0-9.+-]+(;.*)?$/.test(mediaType)) throw new Error(`“${mediaType}” is not a media type`);
  if (typeof content !== "string" && !(content instanceof Uint8Array)) throw new Error("The file has no content");
}
