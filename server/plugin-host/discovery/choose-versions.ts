import { checkTogether } from "./check-together.ts";
import {
  type FoundPlugin,
  type FoundVersions,
  isLoaded,
  type LoadedPlugin,
  type PluginDefect,
} from "./found-plugin.ts";

/** A version that lies beside the one in force. */
export interface BesideVersion {
  /** Broken where it could not be put in force as things are. */
  readonly plugin: FoundPlugin;
  /** It is the next version; else the installed one, left for the next. */
  readonly isNext: boolean;
}

/** What {@link chooseVersions} answers. */
export interface ChosenVersions {
  /** One of each plugin, checked against each other and in order. */
  readonly inForce: readonly FoundPlugin[];
  /** The other one of those that have two, by id. */
  readonly beside: ReadonlyMap<string, BesideVersion>;
}

/** What an administrator, or the office, wants of the plugins. */
export interface WantedPlugins {
  /** The version that was chosen; null for the one that is installed. */
  version(id: string): string | null;
  isEnabled(plugin: LoadedPlugin): boolean;
}

/**
 * Of each plugin the next version where that is what was chosen, the installed one otherwise. What is switched on goes
 * first: a plugin that was only laid down takes no name away from one that is at work.
 */
export function chooseVersions(found: readonly FoundVersions[], wanted: WantedPlugins): ChosenVersions {
  const pairs = enabledFirst(found, wanted).map(({ installed, next }) => {
    const isChosen = next && isLoaded(next) && wanted.version(next.id) === next.plugin.version;
    return isChosen
      ? { one: next, other: { plugin: installed, isNext: false } }
      : { one: installed, other: next && { plugin: next, isNext: true } };
  });
  const ones = pairs.map(({ one }) => one);
  const inForce = checkTogether(ones);
  const beside = pairs.flatMap(({ one, other }) => {
    if (!other) return [];
    const plugin = isLoaded(other.plugin) ? instead(ones, { one, other: other.plugin }, inForce) : other.plugin;
    return [[one.id, { ...other, plugin }] as const];
  });
  return { inForce, beside: new Map(beside) };
}

function enabledFirst(found: readonly FoundVersions[], { isEnabled }: WantedPlugins): readonly FoundVersions[] {
  const isOn = ({ installed, next }: FoundVersions) =>
    [installed, next].some((one) => one !== null && isLoaded(one) && isEnabled(one));
  return [...found.filter(isOn), ...found.filter((one) => !isOn(one))];
}

/** The other version as it would be in place of the one; broken where it, or a plugin beside it, could not be used then. */
function instead(
  ones: readonly FoundPlugin[],
  { one, other }: { readonly one: FoundPlugin; readonly other: LoadedPlugin },
  now: readonly FoundPlugin[],
): FoundPlugin {
  const then = checkTogether(ones.map((each) => (each === one ? other : each)));
  const itself = then.find(({ id }) => id === other.id);
  if (itself && !isLoaded(itself)) return itself;
  const working = new Set(now.filter(isLoaded).map(({ id }) => id));
  for (const each of then) {
    if (!isLoaded(each) && working.has(each.id)) return { id: other.id, defect: harms(each.id, each.defect) };
  }
  return other;
}

const harms = (id: string, defect: PluginDefect): PluginDefect => ({
  fr: `avec elle, « ${id} » ne fonctionnerait plus : ${defect.fr}`,
  en: `with it, “${id}” would no longer work: ${defect.en}`,
});
