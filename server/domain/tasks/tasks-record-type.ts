import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { Text } from "../../plugin-api/text.ts";

/** The longest title that a task has, in characters. */
export const longestTitle = 200;

function titleIn(title: Text): DataSchema {
  return { type: "string", minLength: 1, maxLength: longestTitle, "x-title": title, "x-index": true, "x-search": true };
}

/**
 * Things that someone is to do, most often about a case: an ordinary record type that every office has, so that lists,
 * rights, history and forms of tasks are those of any record.
 */
export const tasksRecordType: RecordTypeDefinition = {
  id: "tasks",
  title: { fr: "Tâches", en: "Tasks" },
  description: { fr: "Ce qu’il y a à faire, par qui et pour quand.", en: "What is to be done, by whom and by when." },
  icon: "task",
  display: "{title}",
  create: { title: { fr: "Ajouter une tâche", en: "Add a task" } },
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["title"],
    properties: {
      title: {
        type: "string",
        minLength: 1,
        maxLength: longestTitle,
        "x-title": { fr: "À faire", en: "To do" },
        "x-index": true,
        "x-search": true,
        "x-translations": "titles",
      },
      titles: {
        type: "object",
        additionalProperties: false,
        "x-hidden": true,
        "x-title": { fr: "À faire, par langue", en: "To do, by language" },
        properties: {
          fr: titleIn({ fr: "En français", en: "In French" }),
          en: titleIn({ fr: "En anglais", en: "In English" }),
        },
      },
      dueOn: { type: "string", format: "date", "x-title": { fr: "Pour le", en: "Due on" }, "x-index": true },
      assigneeId: {
        type: "string",
        "x-widget": "staff",
        "x-title": { fr: "Confiée à", en: "Assigned to" },
        "x-index": true,
      },
      done: { type: "boolean", default: false, "x-title": { fr: "Faite", en: "Done" }, "x-index": true },
      doneAt: {
        type: "string",
        format: "date-time",
        "x-hidden": true,
        "x-title": { fr: "Faite le", en: "Done at" },
        "x-help": { fr: "Rempli quand la tâche est faite.", en: "Filled in when the task is done." },
      },
      notes: {
        type: "string",
        maxLength: 4000,
        "x-widget": "textarea",
        "x-title": { fr: "Précisions", en: "Details" },
      },
      caseType: {
        type: "string",
        "x-hidden": true,
        "x-title": { fr: "Type de dossier", en: "Type of case" },
        "x-index": true,
      },
      caseId: { type: "string", "x-hidden": true, "x-title": { fr: "Dossier", en: "Case" }, "x-index": true },
    },
  },
  list: { columns: ["title", "dueOn", "assigneeId", "done"], filters: ["assigneeId", "done"], sort: ["dueOn", "ASC"] },
  facts: ["dueOn", "assigneeId", "done"],
};
