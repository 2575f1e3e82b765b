import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { OidcSettings } from "./adapters/oidc/openid-provider.ts";
import { withoutPassword } from "./adapters/sql/without-password.ts";

/** What the environment decides, checked. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Without it, the address that the server listens on. */
  readonly publicUrl: string | null;
  readonly trustProxy: number;
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly officeFolder: string;
  /** The id of a sample, or null for none. */
  readonly sample: string | null;
  readonly sessionSecret: string;
  /** It comes from the environment; otherwise it was made here. */
  readonly sessionSecretGiven: boolean;
  readonly smtpUrl: string | null;
  /** The identity provider that people may sign in with, beside their password. */
  readonly oidc: OidcSettings | null;
  readonly logLevel: string;
  /** Folder of the builds: `server/`, `admin/` and `plugins/` are in it. */
  readonly buildFolder: string;
}

/** The built thread that plugins are examined in, and that isolated ones live in. */
export const pluginWorkerScript = ({ buildFolder }: Pick<Settings, "buildFolder">) =>
  join(buildFolder, "server", "plugin-worker.js");

/** What plugins may ask of the environment (`x-environment`): this, and nothing else of it. */
export function pluginEnvironment({ smtpUrl }: Pick<Settings, "smtpUrl">, publicUrl: string) {
  const from = { MAIL_FROM: `passerelle@${new URL(publicUrl).hostname}` };
  return smtpUrl === null ? from : { ...from, SMTP_URL: smtpUrl };
}

/** A value of the environment that cannot be: one sentence that names it. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** The variables of a process. */
export type Environment = { readonly [name: string]: string | undefined };

const shortestSecret = 16;
const logLevels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"];

/** Reads and checks the environment. @throws SettingsError naming the wrong value. */
export function readSettings(environment: Environment): Settings {
  const value = (name: string) => environment[name]?.trim() || null;
  const dataFolder = writableFolder(resolve(value("PASSERELLE_DATA") ?? "./data"));
  const sample = value("PASSERELLE_SAMPLE") ?? "trelaze";
  return {
    port: portOf(value("PORT") ?? "3000"),
    host: value("HOST") ?? "127.0.0.1",
    publicUrl: publicUrlOf(value("PUBLIC_URL")),
    trustProxy: proxiesOf(value("TRUST_PROXY") ?? "0"),
    databaseUrl: databaseUrlOf(value("DATABASE_URL") ?? `sqlite:${join(dataFolder, "passerelle.db")}`),
    dataFolder,
    officeFolder: officeFolderOf(resolve(value("PASSERELLE_OFFICE") ?? "./workflows")),
    sample: sample === "none" ? null : sample,
    sessionSecret: secretOf(value("SESSION_SECRET")) ?? keptSecret(dataFolder),
    sessionSecretGiven: value("SESSION_SECRET") !== null,
    smtpUrl: smtpUrlOf(value("SMTP_URL")),
    oidc: oidcOf(value),
    logLevel: oneOf("LOG_LEVEL", value("LOG_LEVEL") ?? "warn", logLevels),
    buildFolder: resolve(value("PASSERELLE_BUILD") ?? "./build"),
  };
}

function wrong(name: string, value: string, expected: string): SettingsError {
  return new SettingsError(`${name} vaut « ${value} » : ${expected}.`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw wrong("PORT", text, "donnez un nombre de 0 à 65535");
}

function proxiesOf(text: string): number {
  if (text === "true") return 1;
  if (text === "false") return 0;
  if (/^\d$/.test(text)) return Number(text);
  throw wrong("TRUST_PROXY", text, "donnez le nombre de serveurs mandataires placés devant, de 0 à 9");
}

function publicUrlOf(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search) return url.origin;
  throw wrong("PUBLIC_URL", text, "donnez une adresse comme https://passerelle.exemple.fr");
}

function databaseUrlOf(text: string): string {
  if (/^sqlite:.+/.test(text) || /^postgres(ql)?:\/\/.+/.test(text)) return text;
  throw wrong("DATABASE_URL", withoutPassword(text), "donnez sqlite:<fichier> ou postgres://…");
}

function smtpUrlOf(text: string | null): string | null {
  if (text === null || (/^smtps?:\/\//.test(text) && URL.canParse(text))) return text;
  throw wrong(
    "SMTP_URL",
    withoutPassword(text),
    "donnez une adresse comme smtp://compte:motdepasse@mail.exemple.fr:587",
  );
}

/** All three or none; plain http only to this machine, where tests have their provider. */
function oidcOf(value: (name: string) => string | null): OidcSettings | null {
  const names = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
  const [issuer, clientId, clientSecret] = names.map(value);
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret) {
    const missing = names.filter((name) => value(name) === null).join(", ");
    throw new SettingsError(`OIDC_ISSUER, OIDC_CLIENT_ID et OIDC_CLIENT_SECRET vont ensemble : il manque ${missing}.`);
  }
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopbackName(url.hostname));
  if (!isSafe) throw wrong("OIDC_ISSUER", issuer, "donnez l’adresse https:// du fournisseur d’identité");
  const trustsEmail = oneOf("OIDC_TRUST_EMAIL", value("OIDC_TRUST_EMAIL") ?? "false", ["true", "false"]) === "true";
  return { issuer, clientId, clientSecret, trustsEmail };
}

function isLoopbackName(host: string): boolean {
  return host === "localhost" || host === "127.0.0.1" || host === "[::1]";
}

function oneOf(name: string, value: string, values: readonly string[]): string {
  if (values.includes(value)) return value;
  throw wrong(name, value, `choisissez parmi ${values.join(", ")}`);
}

function officeFolderOf(folder: string): string {
  if (existsSync(join(folder, "office.json"))) return folder;
  throw wrong("PASSERELLE_OFFICE", folder, "ce dossier n’a pas de fichier office.json");
}

function writableFolder(folder: string): string {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return folder;
  } catch {
    throw wrong("PASSERELLE_DATA", folder, "ce dossier ne peut pas être créé ou écrit");
  }
}

/** One folder at a time: where the system refuses them (`/proc`), Node's own `recursive` never comes back. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** It signs the cookies and seals the secrets of plugins: it is never told, and nobody should guess it. */
function secretOf(text: string | null): string | null {
  if (text === null || text.length >= shortestSecret) return text;
  throw new SettingsError(
    `SESSION_SECRET n’a que ${text.length} caractères : donnez-en au moins ${shortestSecret}, tirés au hasard (openssl rand -base64 32).`,
  );
}

/** The secret of the session cookies, made on the first start and kept, so that a restart signs nobody out. */
function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, "session-secret");
  if (!existsSync(file)) {
    // All of it is there or nothing, whenever the process ends.
    writeFileSync(`${file}.new`, randomBytes(32).toString("base64url"), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length >= shortestSecret) return secret;
  throw new SettingsError(
    `SESSION_SECRET : le fichier ${file} est vide ou coupé. Effacez-le : un autre sera fait au démarrage, et chacun se connectera à nouveau.`,
  );
}
