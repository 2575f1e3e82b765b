import { expect, test } from "vitest";
import { plugin as offerCheck } from "../../../plugins/offer-check/plugin.ts";
import { plugin } from "../../../plugins/workshops/plugin.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { lintContext } from "../../../server/domain/definitions/lint-context.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { lintWorkflow } from "../../../server/engine/definition/lint-workflow.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, refusalOf } from "../cases/library-story.ts";
import { pack } from "./scenario.ts";

const { recordTypes = [], workflows = [] } = plugin;
const guards = offerCheck.guards ?? {};

eachDatabase((open) => {
  test("a workshop that a plugin brings takes as many people as it has places, each once", async () => {
    await using database = await open();
    const mission = await openLibrary(database, { pack, guards, recordTypes, workflows });
    const advisor = mission.as("advisor");
    const create = (type: string, data: JsonObject) => createRecord(mission.office, advisor, { type, data });
    const workshopId = idOf(await create("workshops", { title: "CV", date: "2026-03-05", seats: 1 }));
    const person = async (firstName: string) => idOf(await create("seekers", { firstName, lastName: "Roux" }));
    const [ada, leo] = [await person("Ada"), await person("Léo")];
    const place = idOf(await create("workshop-places", { workshopId, seekerId: ada }));
    const refused = async (seekerId: string) => refusalOf(create("workshop-places", { workshopId, seekerId }));
    expect((await refused(ada)).reasons?.map(({ code }) => code)).toContain("already-registered");
    expect((await refused(leo)).reasons).toMatchObject([{ message: "This workshop is full: choose another one." }]);
    await sendEvent(mission.office, advisor, { type: "workshop-places", id: place, body: { type: "CANCEL" } });
    await create("workshop-places", { workshopId, seekerId: leo });
  });

  test("the studio finds nothing wrong with the workflow of the workshops", async () => {
    await using database = await open();
    const mission = await openLibrary(database, { pack, guards, recordTypes, workflows });
    const contributed = { guards: () => guards, actions: () => ({}), types: () => [] };
    const { registry } = mission.office;
    const types = registry.types().map(({ id }) => id);
    const context = lintContext({ office: registry.office(), types, contributed, language: "en" });
    expect(workflows.map((workflow) => lintWorkflow(workflow, context))).toEqual([{ errors: [], warnings: [] }]);
  });
});
