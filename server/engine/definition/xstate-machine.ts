import { type AnyMachineSnapshot, assign, createActor, initialTransition, setup, type transition } from "xstate";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import {
  EndlessLoop,
  type Judge,
  type MachineRule,
  type MachineTimer,
  type Position,
  type StepRequest,
} from "./machine.ts";
import type { DoParams, NodeConfig, SetParams } from "./machine-config.ts";

/** More eventless transitions than this in one step are a loop without end. */
const MOST_MICROSTEPS = 100;

/** The few things that we ask of XState: nothing else of the code knows it. */
export interface XStateMachine {
  start(judge: Judge): XStateStep;
  step(position: Position, event: string, judge: Judge): XStateStep;
  /** The full value of a partial one. @throws Error when it names a state that is not there */
  resolve(value: Json): Json;
}

/** Where a step ends, what its actions have set, and what it asks for, in the order of the machine. */
export interface XStateStep {
  readonly position: Position;
  readonly patch: JsonObject;
  readonly requests: readonly StepRequest[];
}

/** What travels through a step: nothing of it is ever stored. */
interface Context {
  readonly judge: Judge;
  readonly patch: JsonObject;
}

/**
 * Makes an XState machine of a configuration. Its delays are constants that nobody waits for: the timers that they
 * stand for are `timers`, by the event that they send.
 * @throws Error when XState refuses the configuration
 */
export function createXStateMachine(config: NodeConfig, timers: ReadonlyMap<string, MachineTimer>): XStateMachine {
  const { machine, nodeIds } = build(config, timers);
  const toStep = ([snapshot, actions]: Transitioned): XStateStep => {
    // XState catches what the first step throws, an endless loop above all, and hands it on in the snapshot.
    if (snapshot.status === "error") throw snapshot.error;
    return {
      position: { state: snapshot.value, remembered: remembered(snapshot.historyValue) },
      patch: snapshot.context.patch,
      requests: actions.flatMap((action) => toRequests(action, timers)),
    };
  };
  const nodeOf = (id: string) => machine.getStateNodeById(id);
  const snapshotOf = (position: Position, judge: Judge) => {
    const historyValue = Object.fromEntries(
      Object.entries(position.remembered).map(([id, left]) => [
        id,
        left.filter((node) => nodeIds.has(node)).map(nodeOf),
      ]),
    );
    const value = position.state as Parameters<typeof machine.resolveState>[0]["value"];
    const snapshot = machine.resolveState({ value, context: { judge, patch: {} }, historyValue });
    if (snapshot.status === "active") return snapshot;
    // A machine that is done takes no eventless transitions; one that a final state leads out of is live again.
    const revived: unknown = { ...snapshot, status: "active" };
    return revived as typeof snapshot;
  };

  const stepFrom = transitionsOf(machine);
  return {
    start: (judge) => stopped(() => toStep(initialTransition(machine, { judge }))),
    step: (position, event, judge) => stopped(() => toStep(stepFrom(snapshotOf(position, judge), { type: event }))),
    resolve: (value) => machine.resolveState({ value: value as string, context: { judge: NO_JUDGE, patch: {} } }).value,
  };
}

type Built = ReturnType<typeof build>["machine"];
type StepOf = Parameters<Built["transition"]>;
type Transitioned = ReturnType<typeof transition<Built>>;

/** As XState's own `transition`, which makes an actor for every step, with one that is made at the first. */
function transitionsOf(machine: Built): (from: StepOf[0], event: StepOf[1]) => Transitioned {
  let self: ReturnType<typeof createActor<Built>> | undefined;
  const nothing = () => {};
  return (from, event) => {
    self ??= createActor(machine, { input: { judge: NO_JUDGE } });
    const actions: Transitioned[1] = [];
    const next = machine.transition(from, event, {
      self,
      system: self.system,
      id: "",
      sessionId: "",
      logger: nothing,
      defer: nothing,
      stopChild: nothing,
      emit: nothing,
      actionExecutor: (action) => actions.push(action as Transitioned[1][number]),
    });
    return [next, actions];
  };
}

function build(config: NodeConfig, timers: ReadonlyMap<string, MachineTimer>) {
  const delays = Object.fromEntries([...timers.values()].map(({ delay }) => [delay, 1]));
  const builder = setup({
    types: {} as { context: Context; events: { type: string }; input: { judge: Judge } },
    guards: {
      rule: ({ context }, rule: MachineRule) => context.judge.holds(rule, context.patch),
    },
    actions: {
      set: assign(({ context }, { assignments }: SetParams) => ({
        patch: { ...context.patch, ...context.judge.resolve(assignments, context.patch) },
      })),
      do: (_args, _params: DoParams) => {},
    },
    delays,
  });
  const options = { maxIterations: MOST_MICROSTEPS };
  // XState makes an actor for every pure step and asks it for its context without any input.
  const context = ({ input }: { input?: { judge: Judge } }): Context => ({
    judge: input?.judge ?? NO_JUDGE,
    patch: {},
  });
  const whole = { ...config, options, context } as Parameters<typeof builder.createMachine>[0];
  const machine = builder.createMachine(whole);
  return { machine, nodeIds: new Set(idsOf(machine.root)) };
}

interface Node {
  readonly id: string;
  readonly states: { readonly [key: string]: Node };
}

function idsOf(node: Node): readonly string[] {
  return [node.id, ...Object.values(node.states).flatMap(idsOf)];
}

/** The ids of the nodes that each history state would bring back. */
function remembered(historyValue: AnyMachineSnapshot["historyValue"]): Position["remembered"] {
  return Object.fromEntries(Object.entries(historyValue).map(([id, nodes]) => [id, nodes.map((node) => node.id)]));
}

/**
 * A delayed event that XState raises is a timer to arm, one that it cancels a timer to cancel; the actions of the
 * definition are handed on.
 */
function toRequests(
  action: Transitioned[1][number],
  timers: ReadonlyMap<string, MachineTimer>,
): readonly StepRequest[] {
  const { type, params } = action as { readonly type: string; readonly params: unknown };
  if (type === "do") return [{ kind: "do", ...(params as DoParams) }];
  if (type === "xstate.cancel") return [{ kind: "cancel", key: (params as { sendId: string }).sendId }];
  const timer = type === "xstate.raise" ? timers.get((params as { id?: string }).id ?? "") : undefined;
  return timer === undefined ? [] : [{ kind: "arm", timer }];
}

const NO_JUDGE: Judge = { holds: () => false, resolve: () => ({}) };

/** Tells XState's own stop of an endless loop apart from any other error. */
function stopped<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("Infinite loop")) throw new EndlessLoop({ cause: error });
    throw error;
  }
}
