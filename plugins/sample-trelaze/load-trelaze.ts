import type { SampleTown } from "../../server/plugin-api/index.ts";
import { Applications } from "./applications.ts";
import { tellClub } from "./club.ts";
import { Coaching } from "./coaching.ts";
import { type Company, makeCompanies } from "./companies.ts";
import { Dice } from "./dice.ts";
import { Names } from "./names.ts";
import { occupationRecords } from "./occupations.ts";
import { addMonths } from "./office-days.ts";
import { tellOpenNeeds } from "./open-needs.ts";
import { OtherLives } from "./other-lives.ts";
import { partnerRecords, tellReferrals } from "./partners.ts";
import { People } from "./people.ts";
import { Permanences } from "./permanences.ts";
import { Placements } from "./placements.ts";
import { Recruitments } from "./recruitments.ts";
import { Story } from "./story.ts";
import { tellTasks } from "./tasks.ts";
import { idOf, type Staff, type Telling } from "./telling.ts";
import { tellContracts, tellWorkingPeople } from "./working-lives.ts";

/** The password of every account of the sample. */
const password = "passerelle";
/** How many people the town's office has met. */
const population = 420;

/**
 * Trélazé as an office knows it after a year and a half: told first, then played day by day through the engine.
 *
 *     accounts, companies, partners, occupations ──▶ the story is told ──▶ it is played, on a set clock, up to now
 */
export async function loadTrelaze(town: SampleTown): Promise<void> {
  const dice = new Dice(town.random);
  const begins = addMonths(town.today, -21);
  await town.moveClock(`${begins}T06:00:00Z`);
  const names = new Names(dice);
  const admin = await account(town, "admin@trelaze.test", "Claire Ardoin", "admin");
  town.actAs(admin);
  await town.createMany("occupations", occupationRecords());
  const partners = await town.createMany("partners", partnerRecords(dice));
  const partnerIds = partners.map(idOf);
  const companies = await loadCompanies(town, makeCompanies(dice, names, town.today));
  const staff = await loadStaff(town, partnerIds[0] ?? "");
  const telling: Telling = { story: new Story(town.today), dice, today: town.today, begins, staff };
  tell(telling, { names, companies, partnerIds });
  await telling.story.play(town);
}

async function loadCompanies(town: SampleTown, companies: readonly Company[]): Promise<readonly Company[]> {
  const made = await town.createMany(
    "companies",
    companies.map(({ data }) => data),
  );
  return companies.map((company, n) => ({ ...company, id: idOf(made[n] ?? {}) }));
}

async function loadStaff(town: SampleTown, partnerId: string): Promise<Staff> {
  const first = await account(town, "conseil1@trelaze.test", "Nadège Thévenin", "advisor");
  const second = await account(town, "conseil2@trelaze.test", "Malik Ferrand", "advisor");
  const reception = await account(town, "accueil@trelaze.test", "Solange Picard", "reception");
  await account(town, "elu@trelaze.test", "Bernard Loiseau-Vasse", "elected");
  const fields = { partnerId };
  const partner = await town.user({
    email: "partenaire@trelaze.test",
    name: "Inès Delmas",
    password,
    roles: ["partner"],
    fields,
  });
  return { counsellors: [first, second], reception, partner };
}

function account(town: SampleTown, email: string, name: string, role: string): Promise<string> {
  return town.user({ email, name, password, roles: [role] });
}

interface Cast {
  readonly names: Names;
  readonly companies: readonly Company[];
  readonly partnerIds: readonly string[];
}

function tell(telling: Telling, { names, companies, partnerIds }: Cast): void {
  const people = new People(telling.dice, names);
  const coaching = new Coaching(telling);
  const recruitments = new Recruitments(telling);
  const applications = new Applications(telling, people);
  const placements = new Placements(telling);
  const tellers = { telling, people, companies, coaching, recruitments, applications, placements };
  const lives = tellWorkingPeople(tellers);
  new OtherLives(telling, people, coaching).tellUpTo(population);
  tellContracts(tellers, lives);
  tellOpenNeeds(tellers);
  tellReferrals(telling, people, partnerIds);
  new Permanences(telling, people).tell();
  tellClub(telling, companies);
  tellTasks(telling);
}
