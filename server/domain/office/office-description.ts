import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { ListView } from "../../plugin-api/record-type-definition.ts";

/** The body of `GET /api/office`: everything the back office draws itself from, for one reader in one language. */
export interface OfficeDescription {
  readonly id: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly languages: readonly ("fr" | "en")[];
  /** Local day of the office, ISO. */
  readonly today: string;
  readonly user: DescribedUser;
  readonly roles: readonly { readonly id: string; readonly title: string; readonly staff: boolean }[];
  /** For administrators, who make accounts; empty for everyone else. */
  readonly accountFields: readonly AccountField[];
  readonly navigation: readonly DescribedNavigation[];
  readonly quickCreate: readonly { readonly type: string; readonly title: string; readonly path: string }[];
  readonly types: readonly ServedType[];
  readonly pages: readonly DescribedPage[];
  readonly widgets: readonly DescribedWidget[];
  readonly plugins: readonly { readonly id: string; readonly script: string }[];
  readonly sample: boolean;
  readonly reports: "full" | "masked" | "none";
  readonly matchers: readonly DescribedMatcher[];
  readonly revision: number;
}

/** Something that accounts with one of the roles have to say, because a scope compares with it. */
export interface AccountField {
  readonly name: string;
  readonly roles: readonly string[];
  readonly schema: DataSchema;
}

/** Whoever the office is described to. */
export interface DescribedUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

/** A titled group of the menu; `icon` is empty where there is none. */
export interface DescribedNavigation {
  readonly title: string;
  readonly items: readonly {
    readonly path: string;
    readonly title: string;
    readonly icon: string;
    readonly type?: string;
  }[];
}

/** A type as one reader may see it. */
export interface ServedType {
  readonly id: string;
  readonly kind: "record" | "workflow";
  readonly title: string;
  readonly description?: string;
  readonly icon: string;
  readonly version: number;
  /** Self-contained, sentences in the reader's language, without the fields that the reader may not read. */
  readonly schema: DataSchema;
  readonly display: string;
  /** Fields that tell two records of one name apart. */
  readonly tellApart: readonly string[];
  readonly columns: readonly string[];
  readonly filters: readonly string[];
  readonly sort: NonNullable<ListView["sort"]>;
  readonly facts: readonly string[];
  readonly personal: boolean;
  /** Its records hang on those that they refer to, in a tab of their own there. */
  readonly tab: { readonly add: string } | null;
  /** Its records are about people, whom an administrator can erase. */
  readonly erasable: boolean;
  readonly may: { readonly create: boolean; readonly update: boolean; readonly delete: boolean };
  /** Data fields that the reader may write; null for all of them. */
  readonly writable: readonly string[] | null;
  readonly create?: { readonly title: string; readonly form?: DataSchema };
  readonly stages?: readonly ServedStage[];
  readonly board?: { readonly columns: readonly string[] };
  readonly events?: { readonly [event: string]: { readonly title: string; readonly may: boolean } };
  /** Some of its fields are found by the full-text search, and the reader may look in them. */
  readonly searchable: boolean;
}

/** A stage in the reader's language. */
export interface ServedStage {
  /** Dotted: `coaching.searching`. */
  readonly path: string;
  readonly title: string;
  readonly color?: string;
  readonly tags: readonly string[];
  readonly parent: string | null;
  readonly order: number;
  readonly leaf: boolean;
  readonly final: boolean;
}

/** A page of a plugin that the reader may open; `path` may have parameters (`/matching/:type/:id`). */
export interface DescribedPage {
  readonly plugin: string;
  readonly id: string;
  readonly path: string;
  readonly title: string;
}

/** A piece that a plugin adds to pages of the back office; `types` is null for all types. */
export interface DescribedWidget {
  readonly plugin: string;
  readonly id: string;
  readonly slot: "case-aside" | "record-aside" | "my-day" | "my-day-aside";
  readonly types: readonly string[] | null;
  readonly title: string;
}

/** A matcher that the reader may ask; `propose` is there when they may create what it proposes. */
export interface DescribedMatcher {
  readonly id: string;
  readonly title: string;
  readonly for: string;
  readonly candidates: string;
  readonly propose?: { readonly type: string; readonly forField: string; readonly candidateField: string };
}
