import { useEffect } from "react";
import { dayOf } from "../parts/format-date.ts";

/** How often it is looked whether a new day has begun, in milliseconds. */
const every = 60_000;

/** Calls when a new day begins where the office is: pages are left open overnight. */
export function useNewDay(timeZone: string | undefined, onNewDay: () => void): void {
  useEffect(() => {
    if (timeZone === undefined) return;
    const today = () => dayOf(new Date().toISOString(), timeZone);
    let known = today();
    const timer = setInterval(() => {
      if (today() === known) return;
      known = today();
      onNewDay();
    }, every);
    return () => clearInterval(timer);
  }, [timeZone, onNewDay]);
}
