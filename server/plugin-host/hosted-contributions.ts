import type { GuardContribution, ImportContext, ImportedRecord } from "../plugin-api/contributions.ts";
import { inLanguage, type Language } from "../plugin-api/text.ts";
import { checkAnswer, matchesSchema, reportAnswerSchema } from "./answer-schemas.ts";
import { callContext } from "./call-context.ts";
import { configOf, type GatedKind, type GateOptions, gateOf, type HostedPlugin } from "./hosted-plugin.ts";
import { PluginCallError } from "./plugin-errors.ts";
import type { HostedAction, HostedImporter, HostedMatcher, HostedReport, HostedSample } from "./plugin-host.ts";

/** A guard that never throws: what keeps it from deciding blocks, with a sentence. */
export function hostedGuard(hosted: HostedPlugin, id: string, inForce: () => boolean): GuardContribution {
  const guard = declared(hosted.plugin.guards, id);
  const gate = gateOf(hosted, "guard", id);
  return {
    ...guard,
    evaluate(params, input) {
      if (!inForce()) return blocked("plugin-off", switchedOff(hosted, input.language));
      try {
        return gate.callNow(() => guard.evaluate(params, input));
      } catch (error) {
        return blocked("plugin-unavailable", messageOf(error, input.language));
      }
    },
  };
}

export function hostedAction(hosted: HostedPlugin, id: string, options: GateOptions): HostedAction {
  const action = declared(hosted.plugin.actions, id);
  return {
    ...about(hosted, id, action.title),
    ...(action.params && { params: action.params }),
    run: (params, call) =>
      gateOf(hosted, "action", id).call((signal) => {
        const context = contextOf(hosted, { kind: "action", id, signal, language: "fr" }, options);
        return action.run(params, { ...context, ...call });
      }),
  };
}

export function hostedMatcher(hosted: HostedPlugin, id: string, options: GateOptions): HostedMatcher {
  const matcher = declared(hosted.plugin.matchers, id);
  return {
    ...about(hosted, id, matcher.title),
    for: matcher.for,
    candidates: matcher.candidates,
    ...(matcher.propose && { propose: matcher.propose }),
    match: (record, limit, language) =>
      gateOf(hosted, "matcher", id).call(async (signal) => {
        const context = contextOf(hosted, { kind: "matcher", id, signal, language }, options);
        const matches = await matcher.match(record, { limit }, context);
        checkAnswer(options.validator, matchesSchema, matches);
        return matches.slice(0, limit);
      }),
  };
}

export function hostedReport(hosted: HostedPlugin, id: string, options: GateOptions): HostedReport {
  const report = declared(hosted.plugin.reports, id);
  return {
    ...about(hosted, id, report.title),
    ...(report.description && { description: report.description }),
    ...(report.params && { params: report.params }),
    run: (params, language) =>
      gateOf(hosted, "report", id).call(async (signal) => {
        const context = contextOf(hosted, { kind: "report", id, signal, language }, options);
        const answer = await report.run(params, context);
        checkAnswer(options.validator, reportAnswerSchema, answer);
        return answer;
      }),
  };
}

export function hostedImporter(hosted: HostedPlugin, id: string): HostedImporter {
  const importer = declared(hosted.plugin.importers, id);
  const gate = gateOf(hosted, "importer", id);
  return {
    ...about(hosted, id, importer.title),
    type: importer.type,
    async *read(path: string, context: ImportContext): AsyncIterable<ImportedRecord> {
      const records = importer.read(path, context)[Symbol.asyncIterator]();
      try {
        for (;;) {
          const next = await gate.call(() => records.next());
          if (next.done) return;
          yield next.value;
        }
      } finally {
        await records.return?.();
      }
    },
  };
}

export function hostedSample(hosted: HostedPlugin, id: string): HostedSample {
  const sample = declared(hosted.plugin.samples, id);
  return {
    ...about(hosted, id, sample.title),
    run: (town) => gateOf(hosted, "sample", id).call(() => sample.run(town)),
  };
}

function contextOf(
  hosted: HostedPlugin,
  call: { readonly kind: GatedKind; readonly id: string; readonly signal: AbortSignal; readonly language: Language },
  options: GateOptions,
) {
  return callContext(options, {
    plugin: hosted.id,
    contribution: `${call.kind}:${call.id}`,
    config: configOf(hosted),
    language: call.language,
    signal: call.signal,
  });
}

const about = (hosted: HostedPlugin, id: string, title: HostedAction["title"]) => ({ id, plugin: hosted.id, title });

function declared<T>(contributions: { readonly [id: string]: T } | undefined, id: string): T {
  const contribution = contributions?.[id];
  if (!contribution) throw new Error(`Nothing is declared under the name “${id}”`);
  return contribution;
}

const blocked = (code: string, message: string) => ({ ok: false as const, reasons: [{ code, message }] });

function switchedOff(hosted: HostedPlugin, language: Language): string {
  const title = inLanguage(hosted.plugin.title, language);
  return language === "fr"
    ? `Cette règle vient de l’extension « ${title} », qui est désactivée. Demandez à l’administrateur de la réactiver.`
    : `This rule comes from the plugin “${title}”, which is switched off. Ask the administrator to switch it on.`;
}

function messageOf(error: unknown, language: Language): string {
  if (error instanceof PluginCallError) return inLanguage(error.details.message, language);
  return String(error);
}
