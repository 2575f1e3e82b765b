import type {
  MatcherContribution,
  PageContribution,
  WidgetContribution,
} from "../../plugin-api/contributions/index.ts";
import type { Text } from "../../plugin-api/text.ts";

/** What the running plugins add to the back office; the plugin host is one. Ids are unique within a plugin. */
export interface OfficeExtensions {
  pages(): readonly (Contributed & PageContribution)[];
  widgets(): readonly (Contributed & WidgetContribution)[];
  matchers(): readonly (Contributed & Pick<MatcherContribution, "for" | "candidates" | "propose">)[];
  /** Plugins that have pages or widgets of their own, served as `/plugins/<id>/admin.js`; `build` is another one after each build. */
  scripts(): readonly { readonly id: string; readonly build: string }[];
}

interface Contributed {
  readonly id: string;
  readonly plugin: string;
  readonly title: Text;
}
