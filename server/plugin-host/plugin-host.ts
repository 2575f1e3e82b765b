import type { GuardContribution } from "../plugin-api/contributions/index.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import type { Language } from "../plugin-api/text.ts";
import type { InForce } from "./in-force.ts";
import type { PluginImpact } from "./plugin-impact.ts";
import type { PluginListing } from "./plugin-listing.ts";
import type { ShadowRequest, ShadowRun } from "./shadow/shadow-run.ts";

/** Each kind of what is in force, as it is now. */
type InForceNow = { readonly [Kind in keyof InForce]: () => InForce[Kind] };

/**
 * The plugins of this office, each call of their code wrapped: a deadline, an abort signal, a breaker of its own.
 * What a plugin that is switched off or broken contributes is not there; its guards alone stay, and block with a
 * sentence, because the cases that they protect stay too.
 */
export interface PluginHost extends InForceNow, AsyncDisposable {
  /** Every guard that was loaded. They never throw. */
  guards(): { readonly [id: string]: GuardContribution };
  /** Every plugin that was found, broken ones too, by id; secrets of the settings left out. */
  list(language: Language): readonly PluginListing[];
  /**
   * Changes one plugin's settings at once and keeps them. `config` is merged into what is there; `version` puts another
   * version in force, with its settings. @throws DomainError `unknown-plugin`, `plugin-broken`, `unknown-plugin-version`,
   * `plugin-version-unfit`, or `plugin-config` with `errors` by field; nothing is changed then.
   */
  configure(id: string, change: PluginChange, language: Language): Promise<PluginListing>;
  /**
   * Takes a plugin that is gone off the list; should it come back, it is switched off. Its settings are kept for then, or
   * forgotten. @throws DomainError `unknown-plugin`, `plugin-is-there`.
   */
  dismiss(id: string, what: { readonly keepSettings: boolean }): Promise<void>;
  /** Lets the plugins in force prepare for first questions, until the host is disposed of. Never throws. */
  prepare(): Promise<void>;
  /** Calls again at once what was set aside for failing. @throws DomainError `unknown-plugin`, `plugin-broken`. */
  retry(id: string, language: Language): PluginListing;
  /**
   * Runs a matcher or guard beside the one in force, on the cases that the office has, and lists the differences.
   * Nothing changes by it. @throws DomainError `unknown-plugin`, `unknown-contribution`, `nothing-to-compare`, `plugin-config`.
   */
  shadow(id: string, request: ShadowRequest, language: Language): Promise<ShadowRun>;
  /** Counts an error that nobody caught against the plugin whose code it comes from. False when it comes from none. */
  blame(error: unknown): boolean;
  /** What stops working when the plugin is switched off. @throws DomainError `unknown-plugin`. */
  impact(id: string, language: Language): Promise<PluginImpact>;
  /**
   * Takes up what changed outside this process: settings that another node wrote, and, with `code`, plugins that were
   * built again. Returns whether anything did.
   */
  refresh(options?: { readonly code: boolean }): Promise<boolean>;
  /** Told after each change of settings or code. Returns how to stop listening. */
  onChange(listener: (pluginId: string) => void): () => void;
}

/** What an administrator changes of a plugin; what is absent stays. */
export interface PluginChange {
  readonly enabled?: boolean;
  readonly config?: JsonObject;
  /** The one in force, or the one that lies beside it. */
  readonly version?: string;
}
