import type { JsonObject } from "../../server/plugin-api/index.ts";
import type { Company } from "./companies.ts";
import type { Contract } from "./contracts.ts";
import { addMonths, after, before, type Day } from "./office-days.ts";
import { forever, type Person } from "./people.ts";
import type { Hands } from "./story.ts";
import { idOf, type Telling } from "./telling.ts";

/** A placement of the story; `id` is known once it is made. */
export interface Placement {
  readonly person: Person;
  readonly company: Company;
  readonly contract: Contract;
  /** ROME code. */
  readonly occupation: string;
  id: string;
}

const answers = [
  ["going-well", 82],
  ["difficulties", 12],
  ["unreachable", 6],
] as const;
const endReasons = [
  ["resignation", 25],
  ["trial-by-employee", 25],
  ["trial-by-employer", 20],
  ["mutual", 15],
  ["abandonment", 10],
  ["other-job", 5],
] as const;

/** Tells placements from the day they are agreed. */
export class Placements {
  readonly #telling: Telling;

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  /** Entered by hand some days before it starts, or that day. */
  agreeByHand(placement: Placement, agreedOn?: Day): void {
    const { person, company, contract, occupation } = placement;
    const day = agreedOn ?? before(contract.startOn, this.#telling.dice.int(1, 4));
    this.#tell(placement, day, async (hands) => {
      const data = {
        journeyId: person.journeyId,
        companyId: company.id,
        occupation,
        assigneeId: person.counsellor,
        ...termsOf(contract),
      };
      placement.id = idOf(await hands.create("placements", data));
    });
  }

  /** From its first day on: the start, the follow-ups, what becomes of it. */
  run(placement: Placement): void {
    this.#send(placement, placement.contract.startOn, "START");
    this.#followUp(placement, 1, "FOLLOW_UP_1_MONTH");
    this.#followUp(placement, 3, "FOLLOW_UP_3_MONTHS");
    const sustainedOn = this.#followUp(placement, 6, "FOLLOW_UP_6_MONTHS") ?? forever;
    this.#turn(placement, sustainedOn);
    if (placement.contract.endToldOn < sustainedOn) this.#end(placement);
  }

  /** It comes to nothing before it starts. */
  cancel(placement: Placement, day: Day): void {
    const reasons = ["seeker-declined", "company-declined", "did-not-come"];
    this.#send(placement, day, "CANCEL", { cancelReason: this.#telling.dice.pick(reasons) });
  }

  #followUp(placement: Placement, month: number, event: string): Day | null {
    const { dice } = this.#telling;
    const { startOn, endToldOn } = placement.contract;
    const day = after(addMonths(startOn, month), dice.int(0, 5));
    if (day >= endToldOn) return null;
    this.#send(placement, day, event, {
      [`month${month}Seeker`]: dice.weighted(answers),
      [`month${month}Employer`]: dice.weighted(answers),
    });
    return day;
  }

  /** Once sustained, a placement is no longer followed. */
  #turn(placement: Placement, sustainedOn: Day): void {
    const { turn } = placement.contract;
    if (turn === null || turn.on >= sustainedOn) return;
    if (turn.kind === "renewed") {
      this.#send(placement, turn.on, "RENEW", { renewedOn: turn.on, endOn: turn.endOn });
    }
    if (turn.kind === "converted") {
      this.#send(placement, turn.on, "CONVERT", { convertedOn: turn.on, contractType: "CDI" });
    }
  }

  #end(placement: Placement): void {
    const { dice } = this.#telling;
    const { turn, endToldOn } = placement.contract;
    if (turn?.kind === "ended-early") {
      this.#send(placement, endToldOn, "END_EARLY", { endReason: dice.weighted(endReasons), endedOn: turn.on });
    } else {
      this.#send(placement, endToldOn, "END_AT_TERM");
    }
  }

  #send(placement: Placement, day: Day, event: string, payload?: JsonObject): void {
    this.#tell(placement, day, (hands) => hands.send("placements", placement.id, event, payload));
  }

  #tell({ person }: Placement, day: Day, act: (hands: Hands) => Promise<unknown>): void {
    this.#telling.story.tell({ day, thread: person.thread, who: person.counsellor, act });
  }
}

/** The terms of the contract as forms and records write them. */
export function termsOf(contract: Contract): JsonObject {
  const { type, startOn, endOn, weeklyHours } = contract;
  return { contractType: type, startOn, weeklyHours, ...(endOn === undefined ? {} : { endOn }) };
}
