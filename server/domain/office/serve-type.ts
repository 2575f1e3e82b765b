import { stagesOf } from "../../engine/definition/stages.ts";
import { serveSchema } from "../../engine/schema/serve-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Derivation, RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { isPersonal } from "../privacy/privacy-of.ts";
import type { Rights } from "../rights/rights.ts";
import type { RightsRegistry } from "../rights/rights-for.ts";
import { listColumns, listFilters, listSort, readableFields } from "./list-view.ts";
import type { ServedStage, ServedType } from "./office-description.ts";
import { serveEvents } from "./serve-events.ts";

/** Whom a type is served to. */
export interface ServeInput {
  readonly registry: Pick<RightsRegistry, "type">;
  readonly rights: Rights;
  readonly language: Language;
}

/** A type as one reader may see and use it. */
export function serveType(type: PublishedType, input: ServeInput): ServedType {
  const { rights, language } = input;
  const { definition } = type;
  const readable = rights.readable(type.id);
  const may = {
    create: rights.may("create", type.id),
    update: rights.may("update", type.id),
    delete: rights.may("delete", type.id),
  };
  return {
    id: type.id,
    kind: type.kind,
    title: inLanguage(definition.title, language),
    ...(definition.description === undefined ? {} : { description: inLanguage(definition.description, language) }),
    icon: definition.icon ?? "",
    version: type.version,
    schema: withComputed(serveSchema(type.schema, { language, readable }), definition.derived ?? []),
    display: type.display,
    tellApart: readableFields(type, readable, "tellApart" in definition ? (definition.tellApart ?? []) : []),
    columns: listColumns(type, readable),
    filters: listFilters(type, readable),
    sort: listSort(type, readable),
    facts: readableFields(type, readable, definition.facts ?? []),
    personal: definition.personal ?? false,
    tab: "tab" in definition && definition.tab ? { add: inLanguage(definition.tab.add, language) } : null,
    erasable: isPersonal(type),
    may,
    writable: writableOf(type, rights, may),
    ...("machine" in definition ? serveWorkflow(definition, input) : serveCreation(definition, language)),
    searchable: isSearchable(type, input),
  };
}

function writableOf(type: PublishedType, rights: Rights, may: ServedType["may"]): readonly string[] | null {
  if (!may.create && !may.update) return [];
  const writable = rights.writable(type.id);
  return writable === null ? null : [...writable];
}

function serveCreation({ create }: RecordTypeDefinition, language: Language): Pick<ServedType, "create"> {
  return create ? { create: { title: inLanguage(create.title, language) } } : {};
}

/** The schema with the values that rules compute marked at their fields, so that nobody ticks them. */
function withComputed(schema: DataSchema, derived: readonly Derivation[]): DataSchema {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const computed = derived.filter((rule) => rule.field === name).map(({ value }) => value);
    return [name, computed.length > 0 ? { ...field, "x-computed": [...new Set(computed)] } : field] as const;
  });
  return schema.properties ? { ...schema, properties: Object.fromEntries(fields) } : schema;
}

function serveWorkflow(
  definition: WorkflowDefinition,
  { rights, language }: ServeInput,
): Pick<ServedType, "create" | "stages" | "board" | "events"> {
  const stages = stagesOf(definition).map(
    ({ title, ...stage }): ServedStage => ({ ...stage, title: inLanguage(title, language) }),
  );
  const leaves = stages.filter((stage) => stage.leaf).map((stage) => stage.path);
  return {
    create: createOf(definition, language),
    stages,
    board: { columns: definition.board?.columns ?? leaves },
    events: serveEvents(definition, { rights, language }),
  };
}

function createOf(definition: WorkflowDefinition, language: Language): NonNullable<ServedType["create"]> {
  const { title, form } = definition.create ?? {};
  const schema: DataSchema | undefined = typeof form === "string" ? definition.forms?.[form] : form;
  return {
    title: title === undefined ? newOf(definition, language) : inLanguage(title, language),
    ...(schema === undefined ? {} : { form: serveSchema(schema, { language }) }),
  };
}

/** A workflow that gives its creation no name has a verb of its own all the same: its bare title says no act. */
function newOf({ title }: WorkflowDefinition, language: Language): string {
  const words = inLanguage(title, language);
  return language === "fr" ? `Nouveau : ${words}` : `New: ${words}`;
}

/** Its own words can be looked for, or those of a record that it refers to. */
function isSearchable(type: PublishedType, { registry, rights }: ServeInput): boolean {
  const hasWords = (each: PublishedType | undefined) => {
    const classes = new Set(each === undefined ? [] : rights.searchClasses(each.id));
    return [...(each?.fields.values() ?? [])].some((field) => field.searched && classes.has(field.searchClass));
  };
  return hasWords(type) || type.references.some((reference) => hasWords(registry.type(reference.type)));
}
