import type { ReportSubscription, SubscriptionStore } from "../../../domain/reports/report-subscription.ts";
import type { PeopleDatabase } from "./people-database.ts";

interface SubscriptionRow {
  readonly user_id: string;
  readonly report_id: string;
  readonly stop_token: string;
  readonly mailed_in: string;
}

/** Who is mailed which report, in a table. */
export class PeopleSubscriptions implements SubscriptionStore {
  readonly #database: PeopleDatabase;

  constructor(database: PeopleDatabase) {
    this.#database = database;
  }

  async find(userId: string, reportId: string): Promise<ReportSubscription | null> {
    const row = await this.#rows().where({ user_id: userId, report_id: reportId }).first();
    return row ? readSubscription(row) : null;
  }

  async insert({ userId, reportId, stopToken, mailedIn }: ReportSubscription): Promise<void> {
    await this.#rows()
      .insert({ user_id: userId, report_id: reportId, stop_token: stopToken, mailed_in: mailedIn })
      .onConflict(["user_id", "report_id"])
      .ignore();
  }

  async remove(userId: string, reportId: string): Promise<void> {
    await this.#rows().where({ user_id: userId, report_id: reportId }).delete();
  }

  async removeByToken(stopToken: string): Promise<ReportSubscription | null> {
    const row = await this.#rows().where({ stop_token: stopToken }).first();
    const removed = await this.#rows().where({ stop_token: stopToken }).delete();
    return row && removed === 1 ? readSubscription(row) : null;
  }

  async dueIn(month: string): Promise<readonly ReportSubscription[]> {
    return (await this.#rows().where("mailed_in", "<", month)).map(readSubscription);
  }

  async mailed(stopToken: string, month: string): Promise<void> {
    await this.#rows().where({ stop_token: stopToken }).update({ mailed_in: month });
  }

  #rows() {
    return this.#database.knex<SubscriptionRow>("report_subscriptions");
  }
}

function readSubscription(row: SubscriptionRow): ReportSubscription {
  return {
    userId: row.user_id,
    reportId: row.report_id,
    stopToken: row.stop_token,
    mailedIn: row.mailed_in,
  };
}
