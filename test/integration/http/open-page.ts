import { expect } from "vitest";
import type { RunningOffice } from "../../../server/start-office.ts";

/** An open page: what it was told so far, and whether it was sent away. */
export async function openPage(office: Pick<RunningOffice, "url">, cookie: string) {
  const answer = await fetch(`${office.url}/api/live`, { headers: { cookie } });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const page = { told: "", isOver: false, leave: () => reader?.cancel() };
  const readOn = async (): Promise<void> => {
    const said = await reader?.read();
    page.isOver = said?.done !== false;
    page.told += said?.value ?? "";
    if (!page.isOver) await readOn();
  };
  void readOn();
  await expect.poll(() => page.told).toContain(": here");
  return page;
}
