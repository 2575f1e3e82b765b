import type { Text } from "./text.ts";

/** The office of a pack: its name, its roles, what its menu looks like. */
export interface OfficeDefinition {
  readonly id: string;
  readonly name: Text;
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string;
  readonly languages: readonly ("fr" | "en")[];
  readonly roles: readonly RoleDefinition[];
  /** Ids of the plugins that the office starts with. */
  readonly plugins?: readonly string[];
  /** Days that are worked, 1 = Monday … 7 = Sunday, and the country whose public holidays are not. */
  readonly workingDays?: { readonly days: readonly number[]; readonly holidays?: "FR" };
  readonly navigation?: readonly NavigationGroup[];
  /** How long deleted records of personal types (30 days) and the log of reads (one year) are kept: ISO-8601 durations. */
  readonly privacy?: { readonly deletedRecords?: string; readonly readLog?: string };
  /** What the "＋ Nouveau" button offers: types to create, on their own form or on a plugin's page while there is one. */
  readonly quickCreate?: readonly { readonly type: string; readonly title: Text; readonly page?: string }[];
}

/** A role that accounts of the office may have. */
export interface RoleDefinition {
  readonly id: string;
  readonly title: Text;
  /** Is a member of the office: in the staff list, may be given cases. */
  readonly staff?: boolean;
  /** Reads reports; figures under 5 are masked when `"masked"`. */
  readonly reports?: "full" | "masked";
}

/** A titled group of entries of the menu. */
export interface NavigationGroup {
  readonly title: Text;
  readonly items: readonly {
    readonly type?: string;
    /** A page instead of the type's list: of the back office, or of a plugin while it is in force. */
    readonly page?: string;
    readonly title?: Text;
    readonly icon?: string;
  }[];
}
