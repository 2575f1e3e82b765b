import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSettings } from "./settings.ts";

let folder: string;
let environment: { readonly [name: string]: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "passerelle-settings-"));
  await writeFile(join(folder, "office.json"), "{}");
  environment = { PASSERELLE_DATA: join(folder, "data"), PASSERELLE_OFFICE: folder };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("every variable has a default, and the session secret is made once", async () => {
  const settings = readSettings(environment);
  expect(settings).toMatchObject({ port: 3000, host: "127.0.0.1", trustProxy: 0, sample: "trelaze", smtpUrl: null });
  expect(settings.databaseUrl).toBe(`sqlite:${join(folder, "data", "passerelle.db")}`);
  expect(readSettings(environment).sessionSecret).toBe(settings.sessionSecret);
  expect(await readFile(join(folder, "data", "session-secret"), "utf8")).toBe(settings.sessionSecret);
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["PUBLIC_URL", "passerelle.example.fr"],
  ["TRUST_PROXY", "yes"],
  ["DATABASE_URL", "mysql://root:secret@db/town"],
  ["PASSERELLE_OFFICE", "/nowhere"],
  ["PASSERELLE_DATA", "/proc/none"],
  ["SMTP_URL", "mail.example.fr"],
  ["DATABASE_URL", "mysql://root:p@rt-of-the-secret@db/town"],
  ["LOG_LEVEL", "loud"],
])("%s=%s is refused in one sentence that names it", (name, value) => {
  const read = () => readSettings({ ...environment, [name]: value });
  expect(read).toThrow(new RegExp(`^${name} vaut « .*» : .*\\.$`));
  expect(read).not.toThrow(/secret@/);
});

test("a session secret that can be guessed was taken", () => {
  const short = () => readSettings({ ...environment, SESSION_SECRET: "passerelle" });
  expect(short).toThrow(/^SESSION_SECRET n’a que 10 caractères : .*\.$/);
  expect(short).not.toThrow(/passerelle/);
  const long = "sixteen letters!";
  expect(readSettings({ ...environment, SESSION_SECRET: long }).sessionSecret).toBe(long);
});

test("the file of a secret that was cut off by a full disk signed sessions with nothing", async () => {
  const data = join(folder, "cut-off");
  await mkdir(data);
  await writeFile(join(data, "session-secret"), "");
  expect(() => readSettings({ ...environment, PASSERELLE_DATA: data })).toThrow(/^SESSION_SECRET : .* est vide/);
  await rm(join(data, "session-secret"));
  expect(readSettings({ ...environment, PASSERELLE_DATA: data }).sessionSecret).toHaveLength(43);
});

test("a data folder that cannot be written is refused", async () => {
  const locked = join(folder, "locked");
  await writeFile(locked, "a file, not a folder");
  await chmod(locked, 0o400);
  expect(() => readSettings({ ...environment, PASSERELLE_DATA: locked })).toThrow(/^PASSERELLE_DATA/);
});

const oidc = { OIDC_ISSUER: "https://id.example.fr", OIDC_CLIENT_ID: "office", OIDC_CLIENT_SECRET: "a secret" };

test("an identity provider is named whole or not at all, over https", () => {
  expect(readSettings(environment).oidc).toBeNull();
  expect(readSettings({ ...environment, ...oidc }).oidc).toEqual({
    issuer: "https://id.example.fr",
    clientId: "office",
    clientSecret: "a secret",
    trustsEmail: false,
  });
  expect(readSettings({ ...environment, ...oidc, OIDC_TRUST_EMAIL: "true" }).oidc?.trustsEmail).toBe(true);
  const { OIDC_CLIENT_SECRET: _, ...half } = oidc;
  expect(() => readSettings({ ...environment, ...half })).toThrow(/il manque OIDC_CLIENT_SECRET\.$/);
  const wrong = { OIDC_ISSUER: "http://id.example.fr" };
  expect(() => readSettings({ ...environment, ...oidc, ...wrong })).toThrow(/^OIDC_ISSUER vaut « http:/);
  expect(() => readSettings({ ...environment, ...oidc, OIDC_TRUST_EMAIL: "yes" })).toThrow(/^OIDC_TRUST_EMAIL vaut/);
});
