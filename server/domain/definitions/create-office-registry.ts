import { compileWorkflow } from "../../engine/definition/compile-workflow.ts";
import type { CompiledWorkflow } from "../../engine/definition/compiled-workflow.ts";
import type { EngineTools } from "../../engine/definition/engine-tools.ts";
import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { ContributedDefinitions } from "./contributed-definitions.ts";
import { unknownVersion } from "./definition-errors.ts";
import type { DefinitionStore, PublishedDefinition } from "./definition-store.ts";
import { engineTools } from "./engine-tools.ts";
import type { OfficeRegistry } from "./office-registry.ts";
import { publishType } from "./publish-type.ts";
import type { PublishedType } from "./published-type.ts";

/** What the registry is made from. */
export interface RegistryOptions {
  readonly store: Pick<DefinitionStore, "inForce" | "version" | "revision">;
  readonly contributed: ContributedDefinitions;
  readonly validator: SchemaValidator;
  /** Told of a definition that cannot be used: its type is left out, the others are there. */
  readonly onBroken: (id: string, error: unknown) => void;
}

type StoredType = Exclude<PublishedDefinition, { kind: "office" }>;

/** What one reading of the store came to. Replaced as a whole, never changed. */
interface InForce {
  readonly revision: number;
  readonly office: OfficeDefinition;
  readonly officeVersion: number;
  readonly types: readonly PublishedType[];
  readonly byId: ReadonlyMap<string, PublishedType>;
}

/** The registry over the definitions of the store and the types of the plugins in force. Empty until `reload`. */
export function createOfficeRegistry(options: RegistryOptions): OfficeRegistry {
  const tools = engineTools(options.contributed, options.validator);
  const listeners = new Set<(revision: number) => void>();
  let inForce: InForce | null = null;
  let earlier = new Map<string, Promise<CompiledWorkflow>>();

  const current = (): InForce => {
    if (inForce === null) throw new Error("The definitions have not been read yet: call reload() first");
    return inForce;
  };
  return {
    office: () => current().office,
    officeVersion: () => current().officeVersion,
    revision: () => current().revision,
    type: (id) => current().byId.get(id),
    types: () => current().types,
    workflow: async (id, version) => {
      const published = current().byId.get(id);
      if (published?.version === version && published.compiled !== undefined) return published.compiled;
      const key = `${id}/${version}`;
      const known = earlier.get(key);
      if (known !== undefined) return known;
      const compiling = compileVersion({ id, version, tools, store: options.store });
      earlier.set(key, compiling);
      compiling.catch(() => earlier.delete(key));
      return compiling;
    },
    reload: async () => {
      const revision = await options.store.revision();
      inForce = buildInForce({ definitions: await options.store.inForce(), revision, tools, options });
      earlier = new Map();
      for (const listener of listeners) listener(revision);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function buildInForce(input: {
  readonly definitions: readonly PublishedDefinition[];
  readonly revision: number;
  readonly tools: EngineTools;
  readonly options: RegistryOptions;
}): InForce {
  const { definitions, revision, tools, options } = input;
  const stored = definitions.find((each) => each.kind === "office");
  if (stored === undefined) throw new Error("The store holds no office: seed it first");
  const office = stored.definition;
  const plugins = new Set(options.contributed.types().map((types) => types.plugin));
  const types = definitions
    .filter((each): each is StoredType => each.kind !== "office")
    .filter((each) => each.source === null || plugins.has(each.source))
    .flatMap((each) => {
      try {
        return [publishStored(each, office, tools)];
      } catch (error) {
        options.onBroken(each.id, error);
        return [];
      }
    })
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  const byId = new Map(types.map((type) => [type.id, type]));
  return { revision, office, officeVersion: stored.version, types, byId };
}

function publishStored(stored: StoredType, office: OfficeDefinition, tools: EngineTools): PublishedType {
  const { version, source } = stored;
  const options = { version, office, ...(source === null ? {} : { source }) };
  if (stored.kind === "record-type") return publishType(stored.definition, options);
  return publishType(stored.definition, { ...options, compiled: compileWorkflow(stored.definition, version, tools) });
}

async function compileVersion(input: {
  readonly id: string;
  readonly version: number;
  readonly tools: EngineTools;
  readonly store: Pick<DefinitionStore, "version">;
}): Promise<CompiledWorkflow> {
  const { id, version, tools, store } = input;
  const stored = await store.version("workflow", id, version);
  if (stored?.kind !== "workflow") throw unknownVersion(id, version);
  return compileWorkflow(stored.definition, version, tools);
}
