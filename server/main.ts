import { DomainError } from "./domain/domain-error.ts";
import { makeLink } from "./domain/users/links.ts";
import { giveBackMemory } from "./give-back-memory.ts";
import { inLanguage } from "./plugin-api/text.ts";
import { readSettings, SettingsError } from "./settings.ts";
import { type RunningOffice, startOffice } from "./start-office.ts";

export { type RunningOffice, startOffice } from "./start-office.ts";

/** Starts the product as its environment says, and stops it when the system asks. What is wrong is told in one sentence. */
export async function main(): Promise<void> {
  try {
    const settings = readSettings(process.env);
    const office = await startOffice({ settings, sampleProgress: printProgress });
    await greet(office);
    stopOnSignal(office);
    blamePlugins(office);
    followBuilds(office);
    void office.prepared.then(giveBackMemory);
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof DomainError)) throw error;
    console.error(sentence(error));
    process.exitCode = 1;
  }
}

function sentence(error: SettingsError | DomainError): string {
  return error instanceof DomainError ? inLanguage(error.details.message, "fr") : error.message;
}

async function greet({ town, sampleSignIns, lockedUsers }: RunningOffice): Promise<void> {
  console.log(`Passerelle est prête : ${town.people.publicUrl()}`);
  const users = (await town.people.users.all()).toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  if (sampleSignIns.length > 0) {
    console.log("Comptes de la ville d’exemple (mot de passe : passerelle) :");
    for (const { id, email, name } of users) if (sampleSignIns.includes(id)) console.log(`  ${email} – ${name}`);
  }
  const admins = users.filter(
    ({ id, status, roles }) => status === "active" && roles.includes("admin") && !lockedUsers.has(id),
  );
  if (admins.length === 0) {
    const link = await makeLink(town.people, "first-admin", null);
    console.log(`Créez le premier compte d’administration (lien valable une fois, 72 heures) :\n  ${link}`);
  }
}

function printProgress(done: number, of: number): void {
  const percent = Math.round((done / of) * 100);
  if (process.stdout.isTTY) process.stdout.write(`\rVille d’exemple : ${percent} %${done === of ? "\n" : ""}`);
  else if (done === of) console.log("Ville d’exemple chargée.");
}

/** How long the office still answers once it is asked to stop, and how long that may take in all, in milliseconds. */
const notice = 1000;
const patience = 50_000;

function stopOnSignal(office: RunningOffice): void {
  const stop = () => {
    setTimeout(() => {
      console.error("Passerelle n’a pas fini à temps : ce qui restait à faire sera repris au prochain démarrage.");
      process.exit(1);
    }, patience).unref();
    office.close(notice).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** What the code of a plugin leaves behind uncaught is that plugin's failure, not the end of the office. */
function blamePlugins({ town }: RunningOffice): void {
  process.on("uncaughtException", (error) => {
    if (town.plugins.blame(error)) return;
    console.error(error);
    process.exit(1);
  });
}

/** `npm run dev` tells when it has built a plugin again, and is told when that is in force. */
function followBuilds({ reloadPlugins }: RunningOffice): void {
  if (!process.send) return;
  process.on("message", (message) => {
    if (message === "plugins-built") void reloadPlugins().then(() => process.send?.("plugins-in-force"));
  });
}
