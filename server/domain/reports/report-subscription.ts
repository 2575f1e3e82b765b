/** Somebody's wish to be mailed a report each month. */
export interface ReportSubscription {
  readonly userId: string;
  readonly reportId: string;
  /** Stops it without a sign-in, and nothing else. Unique. */
  readonly stopToken: string;
  /** `YYYY-MM`: the last month that it was mailed in, at first the one that it was asked for in. */
  readonly mailedIn: string;
}

/** Keeps subscriptions: one per person and report. */
export interface SubscriptionStore {
  find(userId: string, reportId: string): Promise<ReportSubscription | null>;
  /** The one that is there already stays as it is. */
  insert(subscription: ReportSubscription): Promise<void>;
  remove(userId: string, reportId: string): Promise<void>;
  /** Returns the one that it removed. */
  removeByToken(stopToken: string): Promise<ReportSubscription | null>;
  /** Those that were last mailed before that month, `YYYY-MM`. */
  dueIn(month: string): Promise<readonly ReportSubscription[]>;
  mailed(stopToken: string, month: string): Promise<void>;
}
