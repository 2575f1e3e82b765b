export { type Static, Type } from "@sinclair/typebox";
export type * from "./contributions/index.ts";
export type * from "./data-schema.ts";
export { apiVersion, definePlugin, type Plugin, type PluginConfig } from "./define-plugin.ts";
export type * from "./json.ts";
export type * from "./reason.ts";
export type * from "./record-type-definition.ts";
export { inLanguage, type Language, type Text } from "./text.ts";
export type * from "./workflow-definition.ts";
