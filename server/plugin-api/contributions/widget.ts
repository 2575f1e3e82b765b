import type { Text } from "../text.ts";

/** A piece of an existing page, drawn by the plugin's `admin.tsx`. */
export interface WidgetContribution {
  readonly title: Text;
  readonly slot: "case-aside" | "record-aside" | "my-day" | "my-day-aside";
  /** Types whose pages show it. */
  readonly types?: readonly string[];
  readonly roles: readonly string[];
}
