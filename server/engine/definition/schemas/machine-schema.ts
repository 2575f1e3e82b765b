import type { MetaSchema } from "./meta-schema.ts";
import { duration, namesInEveryObject } from "./shared-definitions.ts";

const transitions: MetaSchema = { $ref: "#/$defs/transitions" };
const actions: MetaSchema = { $ref: "#/$defs/actions" };
const text: MetaSchema = { $ref: "#/$defs/text" };

/** The machine: XState v5's JSON, which may hold more than is named here. */
export const machineDefinitions: { readonly [name: string]: MetaSchema } = {
  actions: {
    description: "One action or several.",
    type: ["string", "object", "array"],
    items: { $ref: "#/$defs/action" },
    $ref: "#/$defs/actionKeywords",
  },
  transition: { type: ["string", "object"], $ref: "#/$defs/transitionKeywords" },
  transitionKeywords: {
    properties: {
      target: { type: ["string", "array"], items: { type: "string" } },
      guard: { $ref: "#/$defs/guard" },
      actions,
      reenter: { type: "boolean" },
      description: { type: "string" },
      meta: {
        type: "object",
        properties: {
          title: text,
          effect: text,
          confirm: text,
          undo: duration,
          form: { type: "string" },
          internal: { const: true },
          primary: { const: true },
        },
      },
    },
  },
  transitions: {
    description: "A target, a transition, or several that are tried in turn.",
    type: ["string", "object", "array"],
    items: { $ref: "#/$defs/transition" },
    $ref: "#/$defs/transitionKeywords",
  },
  delay: {
    description: "When a named delay of `after` is due.",
    type: "object",
    properties: {
      duration: { type: "string", format: "duration" },
      field: { type: "string" },
      workingDays: { const: true },
      title: text,
    },
    additionalProperties: false,
  },
  state: {
    type: "object",
    properties: {
      id: { type: "string" },
      type: { enum: ["atomic", "compound", "parallel", "final", "history"] },
      initial: { type: ["string", "object"], required: ["target"] },
      history: { type: ["string", "boolean"] },
      target: { type: "string" },
      states: {
        type: "object",
        propertyNames: {
          type: "string",
          pattern: "^[^\\s.,#][^.,#]*$",
          not: namesInEveryObject,
        },
        additionalProperties: { $ref: "#/$defs/state" },
      },
      on: { type: "object", additionalProperties: transitions },
      after: { type: "object", additionalProperties: transitions },
      always: transitions,
      onDone: transitions,
      entry: actions,
      exit: actions,
      tags: { type: ["string", "array"], items: { type: "string" } },
      description: { type: "string" },
      meta: {
        type: "object",
        properties: {
          title: text,
          color: { enum: ["slate", "blue", "teal", "green", "olive", "amber", "orange", "red", "pink", "violet"] },
        },
      },
    },
  },
};
