/** Where the office counts what it does, for those who look after the machines. No label is about a person. */
export interface Meter {
  /** One more, or so many more. */
  count(name: string, labels?: MeterLabels, by?: number): void;
  /** A duration in seconds, or a size. */
  observe(name: string, value: number, labels?: MeterLabels): void;
}

/** Labels of a metric, by name. */
export interface MeterLabels {
  readonly [label: string]: string;
}

/** Nobody looks. */
export const silentMeter: Meter = { count: () => {}, observe: () => {} };
