import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { publishContributedTypes } from "../../../server/domain/definitions/adopt-contributed-types.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { eachDatabase, type TestPlace } from "../../support/databases.ts";
import { built } from "../../support/test-host.ts";
import type { ApiClient } from "./api-client.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

const places: TestPlace[] = [];

afterAll(() => Promise.all(places.map((place) => place.remove())));

const text = (title: string) => ({ type: "string", "x-title": title }) as const;

/** A plugin of puppets, and of shows that are called after them. */
function theatre(puppets: Partial<RecordTypeDefinition>): string {
  const recordTypes: readonly RecordTypeDefinition[] = [
    {
      id: "puppets",
      title: "Puppets",
      display: "{name}",
      schema: {
        type: "object",
        properties: { name: { ...text("Name"), "x-search": true }, maker: text("Maker") },
      },
      ...puppets,
    },
    {
      id: "shows",
      title: "Shows",
      display: "{puppetId}",
      schema: { type: "object", properties: { puppetId: { ...text("Puppet"), "x-reference": "puppets" } } },
    },
  ];
  return built("theatre", `recordTypes: ${JSON.stringify(recordTypes)}`);
}

const first = theatre({});
/** Called and put in order by their maker first, who can be found by now. */
const second = theatre({
  display: "{maker}: {name}",
  sortName: "{maker} {name}",
  schema: {
    type: "object",
    properties: { name: { ...text("Name"), "x-search": true }, maker: { ...text("Maker"), "x-search": true } },
  },
});

async function addPuppets(admin: ApiClient): Promise<void> {
  const add = async (type: string, data: JsonObject) => {
    const answer = await admin.post(`/api/${type}`, data);
    expect(answer.status, answer.text).toBe(201);
    return String(answer.body["id"]);
  };
  const puppets = [
    await add("puppets", { name: "Gnafron", maker: "Mourguet" }),
    await add("puppets", { name: "Kasper", maker: "Jacob" }),
  ];
  for (const puppetId of puppets) await add("shows", { puppetId });
}

async function namesOf(admin: ApiClient, type: string, query = ""): Promise<readonly unknown[]> {
  const answer = await admin.get(`/api/${type}?sort=["displayName","ASC"]${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.list.map((each) => each["displayName"]);
}

/** What was there before the upgrade is called, found and put in order as what is made after it. */
async function expectUpgraded(admin: ApiClient): Promise<void> {
  const renamed = ["Jacob: Kasper", "Mourguet: Gnafron"];
  expect(await namesOf(admin, "puppets")).toEqual(renamed);
  expect(await namesOf(admin, "shows")).toEqual(renamed);
  expect(await namesOf(admin, "puppets", `&filter={"q":"mourguet"}`)).toEqual(["Mourguet: Gnafron"]);
  const found = await admin.get("/api/search?q=jacob");
  expect(found.list.map((each) => each["displayName"])).toContain("Jacob: Kasper");
}

/** A library whose theatre has puppets and shows, under the first version of its types. */
async function openTheatre(place: TestPlace): Promise<RunningLibrary> {
  places.push(place);
  const library = await startLibrary({ databaseUrl: place.url }, { plugins: { theatre: first } });
  const admin = await library.as("admin");
  await setEnabled(admin, true);
  await addPuppets(admin);
  expect(await namesOf(admin, "shows")).toEqual(["Gnafron", "Kasper"]);
  return library;
}

async function setEnabled(admin: ApiClient, enabled: boolean): Promise<void> {
  const answer = await admin.put("/api/plugins/theatre", { enabled });
  expect(answer.status, answer.text).toBe(200);
}

function upgrade({ settings }: RunningLibrary): Promise<void> {
  return writeFile(join(settings.buildFolder, "plugins", "theatre", "plugin.mjs"), second);
}

eachDatabase((_open, makePlace) => {
  test("records of a plugin's type kept their old names and words when the plugin was upgraded", async () => {
    await using library = await openTheatre(await makePlace());
    await upgrade(library);
    await library.restart();
    await expectUpgraded(await library.as("admin"));
  });

  test("records of a plugin that came back with another type kept their old names and words", async () => {
    await using library = await openTheatre(await makePlace());
    const admin = await library.as("admin");
    await setEnabled(admin, false);
    expect((await admin.get("/api/puppets")).status).toBe(404);
    await upgrade(library);
    await library.office.reloadPlugins();
    await setEnabled(admin, true);
    await expectUpgraded(admin);
  });

  test("records kept their old names and words where the process ended between a publication and its indexing", async () => {
    await using library = await openTheatre(await makePlace());
    const { plugins, definitions } = library.office.town;
    await upgrade(library);
    await plugins.refresh({ code: true });
    await publishContributedTypes(definitions);
    await library.restart();
    await expectUpgraded(await library.as("admin"));
  });
});
