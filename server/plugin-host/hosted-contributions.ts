import type { ChannelMessage, ImportContext, ImportedRecord, Match } from "../plugin-api/contributions/index.ts";
import type { Language } from "../plugin-api/text.ts";
import { checkAnswer, checkFile, idsSchema, matchesSchema, reportAnswerSchema } from "./answer-schemas.ts";
import { callContext, type PluginCall } from "./call-context.ts";
import type {
  HostedAction,
  HostedChannel,
  HostedExporter,
  HostedFinder,
  HostedImporter,
  HostedMatcher,
  HostedReport,
  HostedSample,
} from "./hosted-part.ts";
import { configOf, type GatedKind, type GateOptions, gateOf, type HostedPlugin } from "./hosted-plugin.ts";

/** Called with the key of its effect, the same at every attempt. */
export function hostedAction(hosted: HostedPlugin, id: string, options: GateOptions): HostedAction {
  const action = declared(hosted.plugin.actions, id);
  return {
    ...about(hosted, id, action.title),
    ...(action.params && { params: action.params }),
    run: (params, call) =>
      gateOf(hosted, "action", id).call((signal) => {
        const context = contextOf(hosted, { kind: "action", id, signal, language: "fr", effect: call.key }, options);
        return action.run(params, { ...context, ...call });
      }),
  };
}

/** Answers nothing instead of failing where its `fallback` says so. */
export function hostedMatcher(hosted: HostedPlugin, id: string, options: GateOptions): HostedMatcher {
  const matcher = declared(hosted.plugin.matchers, id);
  return {
    ...about(hosted, id, matcher.title),
    for: matcher.for,
    candidates: matcher.candidates,
    ...(matcher.propose && { propose: matcher.propose }),
    async match(record, limit, asker) {
      const asked = askMatcher(hosted, id, options)(record, limit, asker);
      return matcher.fallback === "nothing" ? asked.catch(() => []) : asked;
    },
  };
}

/** What it answers by itself, without a fallback. @throws PluginCallError when that is nothing. */
export function askMatcher(hosted: HostedPlugin, id: string, options: GateOptions): HostedMatcher["match"] {
  const matcher = declared(hosted.plugin.matchers, id);
  return (record, limit, asker) =>
    gateOf(hosted, "matcher", id).call(async (signal): Promise<readonly Match[]> => {
      const context = contextOf(hosted, { kind: "matcher", id, signal, ...asker }, options);
      const matches = await matcher.match(record, { limit }, context);
      checkAnswer(options.validator, matchesSchema, matches);
      return matches.slice(0, limit);
    });
}

/** Its ids are checked and cut at the limit. */
export function hostedFinder(hosted: HostedPlugin, id: string, options: GateOptions): HostedFinder {
  const finder = declared(hosted.plugin.finders, id);
  return {
    ...about(hosted, id, finder.title),
    type: finder.type,
    find: (text, limit, asker) =>
      gateOf(hosted, "finder", id).call(async (signal) => {
        const context = contextOf(hosted, { kind: "finder", id, signal, ...asker }, options);
        const ids = await finder.find(text, { limit }, context);
        checkAnswer(options.validator, idsSchema, ids);
        return ids.slice(0, limit);
      }),
  };
}

/** Its answer is checked against the interface. */
export function hostedReport(hosted: HostedPlugin, id: string, options: GateOptions): HostedReport {
  const report = declared(hosted.plugin.reports, id);
  return {
    ...about(hosted, id, report.title),
    ...(report.description && { description: report.description }),
    ...(report.params && { params: report.params }),
    run: (params, asker) =>
      gateOf(hosted, "report", id).call(async (signal) => {
        const context = contextOf(hosted, { kind: "report", id, signal, ...asker }, options);
        const answer = await report.run(params, context);
        checkAnswer(options.validator, reportAnswerSchema, answer);
        return answer;
      }),
  };
}

/** Delivers by one channel alone, without its fallback. @throws DomainError `plugin-unavailable`. */
export type Delivery = (message: ChannelMessage, language: Language) => Promise<void>;

/** One channel through its gate. */
export function deliveryBy(hosted: HostedPlugin, id: string, options: GateOptions): Delivery {
  const channel = declared(hosted.plugin.channels, id);
  return (message, language) =>
    gateOf(hosted, "channel", id).call((signal) =>
      channel.send(message, contextOf(hosted, { kind: "channel", id, signal, language, effect: message.key }, options)),
    );
}

/** A channel with its fallback, where that one is in force. */
export function hostedChannel(
  hosted: HostedPlugin,
  id: string,
  deliveries: { readonly [channel: string]: Delivery },
): HostedChannel {
  const { title, fallback = id } = declared(hosted.plugin.channels, id);
  return {
    ...about(hosted, id, title),
    async send(message, language) {
      try {
        await deliveries[id]?.(message, language);
      } catch (error) {
        const other = fallback === id ? undefined : deliveries[fallback];
        if (!other) throw error;
        await other(message, language);
      }
    },
  };
}

/** Its file is checked: name, media type, cells of each row. */
export function hostedExporter(hosted: HostedPlugin, id: string, options: GateOptions): HostedExporter {
  const exporter = declared(hosted.plugin.exporters, id);
  const { title, description, roles, offeredIn, params: asked } = exporter;
  return {
    ...about(hosted, id, title),
    ...(description && { description }),
    roles,
    ...(offeredIn && { offeredIn }),
    ...(asked && { params: asked }),
    run: (params, { requestId, ...reader }) =>
      gateOf(hosted, "exporter", id).call(async (signal) => {
        const context = contextOf(
          hosted,
          { kind: "exporter", id, signal, language: reader.language, requestId },
          options,
        );
        const file = await exporter.run(params, { ...context, ...reader });
        checkFile(file);
        return file;
      }),
  };
}

/** Each record that it yields has the deadline for itself. */
export function hostedImporter(hosted: HostedPlugin, id: string): HostedImporter {
  const importer = declared(hosted.plugin.importers, id);
  return {
    ...about(hosted, id, importer.title),
    type: importer.type,
    read: (path: string, context: ImportContext): AsyncIterable<ImportedRecord> =>
      eachItem(hosted, { kind: "importer", id }, () => importer.read(path, context)),
  };
}

/** Walks through what the contribution yields, each item within the deadline. */
async function* eachItem<T>(
  hosted: HostedPlugin,
  { kind, id }: { readonly kind: GatedKind; readonly id: string },
  begin: (signal: AbortSignal) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const gate = gateOf(hosted, kind, id);
  const whole = new AbortController();
  let items: AsyncIterator<T> | undefined;
  try {
    for (;;) {
      const next = await gate.call((signal) => {
        signal.addEventListener("abort", () => whole.abort(signal.reason), { once: true });
        items ??= begin(whole.signal)[Symbol.asyncIterator]();
        return items.next();
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    whole.abort();
    await items?.return?.();
  }
}

/** Runs once, in an empty town. */
export function hostedSample(hosted: HostedPlugin, id: string): HostedSample {
  const sample = declared(hosted.plugin.samples, id);
  return {
    ...about(hosted, id, sample.title),
    run: (town) => gateOf(hosted, "sample", id).call(() => sample.run(town)),
  };
}

function contextOf(
  hosted: HostedPlugin,
  call: { readonly kind: GatedKind; readonly id: string } & Pick<
    PluginCall,
    "signal" | "language" | "requestId" | "effect"
  >,
  options: GateOptions,
) {
  return callContext(options, {
    plugin: hosted.id,
    contribution: `${call.kind}:${call.id}`,
    config: configOf(hosted),
    records: hosted.records(),
    language: call.language,
    requestId: call.requestId,
    signal: call.signal,
    effect: call.effect,
  });
}

const about = (hosted: HostedPlugin, id: string, title: HostedAction["title"]) => ({ id, plugin: hosted.id, title });

function declared<T>(contributions: { readonly [id: string]: T } | undefined, id: string): T {
  const contribution = contributions?.[id];
  if (!contribution) throw new Error(`Nothing is declared under the name “${id}”`);
  return contribution;
}
