import type { Text } from "../text.ts";

/** A page of the back office, drawn by the plugin's `admin.tsx`. */
export interface PageContribution {
  readonly title: Text;
  /** Path with parameters, such as `/matching/:type/:id`. */
  readonly path: string;
  readonly roles: readonly string[];
}
