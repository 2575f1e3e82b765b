import type { JsonObject } from "../../server/plugin-api/index.ts";
import type { Dice } from "./dice.ts";
import type { Day } from "./office-days.ts";
import type { Story } from "./story.ts";

/** What everyone who tells a part of the story works with. */
export interface Telling {
  readonly story: Story;
  readonly dice: Dice;
  /** The last day. */
  readonly today: Day;
  /** The first day. */
  readonly begins: Day;
  readonly staff: Staff;
}

/** Ids of the accounts. */
export interface Staff {
  readonly counsellors: readonly string[];
  readonly reception: string;
  /** The account of the first partner organisation. */
  readonly partner: string;
}

/** The id of a record that was just made. */
export function idOf(record: JsonObject): string {
  return String(record["id"]);
}
