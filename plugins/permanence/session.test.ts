import { describe, expect, test } from "vitest";
import { type Session, slotsOf, type Visit } from "./session.ts";

const session: Session = {
  id: "p1",
  place: "Hôtel de ville",
  date: "2026-11-23",
  startsAt: "09:00",
  endsAt: "10:30",
  slotMinutes: 30,
  capacity: 3,
};
const visit = (id: string, more: Partial<Visit>): Visit => ({
  id,
  version: 1,
  displayName: id,
  stage: "booked",
  permanenceId: "p1",
  ...more,
});
const told = (visits: readonly Visit[], of = session) =>
  slotsOf(of, visits).map(
    (slot) => `${slot.at} ${slot.visits.map(({ id }) => id).join("+")}${slot.free ? " free" : ""}`,
  );

describe("the slots of a session", () => {
  test("run from its start to its end, the last one whole", () => {
    expect(told([])).toEqual(["09:00  free", "09:30  free", "10:00  free"]);
    expect(told([], { ...session, endsAt: "10:20" })).toEqual(["09:00  free", "09:30  free"]);
  });

  test("are taken by appointments, and given back by those who excuse themselves", () => {
    const visits = [visit("a", { slotAt: "09:30" }), visit("b", { slotAt: "10:00", stage: "excused" })];
    expect(told(visits)).toEqual(["09:00  free", "09:30 a", "10:00  free"]);
  });

  test("know neither walk-ins nor the appointments of another session", () => {
    const visits = [visit("a", { walkIn: true }), visit("b", { slotAt: "09:00", permanenceId: "p2" })];
    expect(told(visits)).toEqual(["09:00  free", "09:30  free", "10:00  free"]);
  });

  test("hold as many each as the session says, and none once it is full", () => {
    const wide = { ...session, capacity: 4, perSlot: 2 };
    expect(told([visit("a", { slotAt: "09:00" })], wide)).toEqual(["09:00 a free", "09:30  free", "10:00  free"]);
    const full = ["09:00", "09:30", "09:30", "10:00"].map((slotAt, n) => visit(`v${n}`, { slotAt }));
    expect(told(full, wide)).toEqual(["09:00 v0", "09:30 v1+v2", "10:00 v3"]);
  });

  test("show an appointment that was given a time of its own", () => {
    expect(told([visit("a", { slotAt: "09:45" })])).toEqual(["09:00  free", "09:30  free", "09:45 a", "10:00  free"]);
  });
});
