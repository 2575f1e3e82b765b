import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { SettableClock } from "../../server/domain/changes/settable-clock.ts";
import { addUser } from "../../server/domain/users/invite-user.ts";
import { readSettings } from "../../server/settings.ts";
import { startOffice } from "../../server/start-office.ts";

const admin = { email: "admin@workshop.test", password: "a hammer and a saw", name: "Ada Marsh" };

/** A small office in this process, on a clock that the test moves, and its administrator. */
export interface Workshop extends AsyncDisposable {
  /** To sign in with. */
  readonly signIn: { readonly url: string; readonly email: string; readonly password: string };
  /** What the office answers to the administrator. @throws Error for anything but a success. */
  call(method: string, path: string, body?: object): Promise<unknown>;
  /** Lets so much time pass, in seconds. */
  pass(seconds: number): void;
}

/** @param pack The folder of its definitions. */
export async function openWorkshop(pack: string): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-workshop-"));
  const environment = { PASSERELLE_DATA: folder, PASSERELLE_OFFICE: pack, PASSERELLE_SAMPLE: "none", PORT: "0" };
  const clock = new SettableClock(new Date().toISOString());
  const office = await startOffice({
    settings: readSettings(environment),
    clock,
    logger: pino({ level: "silent" }),
  });
  const { url, town } = office;
  await addUser(town.people, { ...admin, roles: ["admin"] }, admin.password);
  const headers = { "Content-Type": "application/json", "Accept-Language": "fr", Origin: url };
  const body = JSON.stringify({ email: admin.email, password: admin.password });
  const signedIn = await fetch(`${url}/api/auth/login`, { method: "POST", headers, body });
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  return {
    signIn: { url, email: admin.email, password: admin.password },
    async call(method, path, sent) {
      const init = sent === undefined ? {} : { body: JSON.stringify(sent) };
      const answer = await fetch(`${url}${path}`, { method, headers: { ...headers, Cookie: cookie }, ...init });
      if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status} ${await answer.text()}`);
      return await answer.json();
    },
    pass: (seconds) => clock.moveTo(new Date(Date.parse(clock.now()) + seconds * 1000).toISOString()),
    async [Symbol.asyncDispose]() {
      await office.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
