import { expect, test } from "vitest";
import { definitionVersions } from "../../../server/domain/definitions/definition-versions.ts";
import { diffRecordType } from "../../../server/domain/definitions/record-types/diff-record-type.ts";
import { lintRecordType } from "../../../server/domain/definitions/record-types/lint-record-type.ts";
import { listRecordTypes } from "../../../server/domain/definitions/record-types/list-record-types.ts";
import { putRecordType } from "../../../server/domain/definitions/record-types/put-record-type.ts";
import { readRecordType } from "../../../server/domain/definitions/record-types/read-record-type.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { listRecords } from "../../../server/domain/records/lists/list-records.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { idOf, newMember, refusalOf } from "../cases/library-story.ts";
import { type Desk, openDesk } from "./open-desk.ts";

/** The definition of the members with other fields; one that is undefined is taken out. */
async function membersWith(
  { desk, admin }: Desk,
  fields: { readonly [field: string]: DataSchema | undefined },
): Promise<RecordTypeDefinition> {
  const current = await readRecordType(desk, admin, { id: "members" });
  const merged = Object.entries({ ...current.schema.properties, ...fields });
  const properties = Object.fromEntries(
    merged.flatMap(([name, schema]) => (schema === undefined ? [] : [[name, schema]])),
  );
  return { ...current, schema: { ...current.schema, properties } };
}

const phone: DataSchema = {
  type: "string",
  format: "phone",
  "x-title": { fr: "Téléphone", en: "Phone" },
  "x-index": true,
};

function members({ library, admin }: Desk, filter: JsonObject): Promise<readonly JsonObject[]> {
  return listRecords(library.office, admin, { type: "members", filter }).then((page) => page.rows);
}

eachDatabase((open) => {
  test("a field that is added is there at once: entered, checked, filtered", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin } = opened;
    const before = await newMember(opened.library);
    const definition = await membersWith(opened, { phone });
    expect(await putRecordType(desk, admin, { id: "members", definition })).toMatchObject({ version: 2, definition });
    const wrong = await refusalOf(newMember(opened.library, { phone: "06 12" }));
    expect(Object.keys(wrong.errors ?? {})).toEqual(["phone"]);
    const after = await newMember(opened.library, { phone: "06 12 34 56 78" });
    expect((await members(opened, { phone: "06 12 34 56 78" })).map(idOf)).toEqual([idOf(after)]);
    const edited = await updateRecord(opened.library.office, admin, {
      type: "members",
      id: idOf(before),
      data: { phone: "06 98 76 54 32" },
    });
    expect(edited).toMatchObject({ phone: "06 98 76 54 32", version: 2 });
  });

  test("a field that is taken out says what would be lost sight of; what it held is kept, and shown again with it", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    const member = await newMember(library, { email: "jeanne@example.org" });
    await newMember(library);
    const whole = await readRecordType(desk, admin, { id: "members" });
    const definition = await membersWith(opened, { email: undefined });
    const { warnings } = await lintRecordType(desk, admin, { id: "members", definition });
    const lost = warnings.find((warning) => warning.code === "data-lost");
    expect(lost).toMatchObject({ path: "/schema/properties/email", message: expect.stringContaining("1 record") });

    const refused = await refusalOf(putRecordType(desk, admin, { id: "members", definition }));
    expect(refused).toMatchObject({ code: "warnings-to-acknowledge", reasons: [{ code: "data-lost" }] });
    expect(desk.registry.type("members")?.version).toBe(1);

    await putRecordType(desk, admin, { id: "members", definition, acknowledge: true });
    const address = { type: "members", id: idOf(member) };
    expect(await readRecord(library.office, admin, address)).not.toHaveProperty("email");
    const edited = await updateRecord(library.office, admin, { ...address, data: { lastName: "Blanc" } });
    expect(edited).toMatchObject({ lastName: "Blanc", version: 2 });
    expect(edited).not.toHaveProperty("email");
    const further = await membersWith(opened, { phone });
    expect(await putRecordType(desk, admin, { id: "members", definition: further })).toMatchObject({ version: 3 });

    await putRecordType(desk, admin, { id: "members", definition: whole });
    expect(await readRecord(library.office, admin, address)).toMatchObject({
      email: "jeanne@example.org",
      lastName: "Blanc",
    });
  });

  test("warnings of lint were published without being read", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin } = opened;
    const definition = await membersWith(opened, { phone: { ...phone, "x-title": { fr: "Téléphone" } } });
    const refused = await refusalOf(putRecordType(desk, admin, { id: "members", definition }));
    expect(refused).toMatchObject({ code: "warnings-to-acknowledge", reasons: [{ code: "missing-language" }] });
    const put = putRecordType(desk, admin, { id: "members", definition, acknowledge: true });
    expect(await put).toMatchObject({ version: 2 });
  });

  test("records that would no longer be valid are counted by field", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    await newMember(library);
    const current = await readRecordType(desk, admin, { id: "members" });
    const definition = { ...current, schema: { ...current.schema, required: ["firstName", "lastName", "email"] } };
    const refused = await refusalOf(putRecordType(desk, admin, { id: "members", definition }));
    expect(refused.reasons).toMatchObject([{ code: "data-invalid", field: "/schema/properties/email" }]);
    await putRecordType(desk, admin, { id: "members", definition, acknowledge: true });
    expect(await members(opened, {})).toHaveLength(1);
  });

  test("a field that becomes searchable is found in the records that were there", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    const member = await newMember(library, { email: "bovary@example.org" });
    expect(await members(opened, { q: "bovary" })).toEqual([]);
    const email: DataSchema = {
      type: "string",
      format: "email",
      "x-title": { fr: "Courriel", en: "E-mail" },
      "x-search": true,
    };
    await putRecordType(desk, admin, { id: "members", definition: await membersWith(opened, { email }) });
    expect((await members(opened, { q: "bovary" })).map(idOf)).toEqual([idOf(member)]);
  });

  test("words of a field that is closed to a role are no longer found by it", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    await newMember(library, { usageName: "Bovary" });
    const found = async () =>
      (await listRecords(library.office, library.as("desk"), { type: "members", filter: { q: "bovary" } })).rows.length;
    expect(await found()).toBe(1);
    const current = await readRecordType(desk, admin, { id: "members" });
    const fields = { ...current.permissions?.fields, usageName: { read: ["librarian"] } };
    const definition = { ...current, permissions: { ...current.permissions, fields } };
    await putRecordType(desk, admin, { id: "members", definition });
    expect(await found()).toBe(0);
  });

  test("a new record type is an office resource at once", async () => {
    await using database = await open();
    const { desk, admin, library } = await openDesk(database);
    const definition: RecordTypeDefinition = {
      id: "rooms",
      title: { fr: "Salles", en: "Rooms" },
      display: "{name}",
      schema: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string", "x-title": { fr: "Nom", en: "Name" }, "x-index": true } },
      },
    };
    expect(await putRecordType(desk, admin, { id: "rooms", definition })).toMatchObject({ version: 1 });
    expect(
      await createRecord(library.office, library.as("desk"), { type: "rooms", data: { name: "Hall" } }),
    ).toMatchObject({
      displayName: "Hall",
    });
    expect(
      listRecordTypes(desk, library.as("admin", { language: "fr" })).map(({ id, title }) => [id, title]),
    ).toContainEqual(["rooms", "Salles"]);
    const taken = { ...definition, id: "loans" };
    expect((await refusalOf(putRecordType(desk, admin, { id: "loans", definition: taken }))).code).toBe("id-taken");
    const reserved = { ...definition, id: "users" };
    expect((await refusalOf(putRecordType(desk, admin, { id: "users", definition: reserved }))).code).toBe(
      "reserved-id",
    );
  });

  test("what is not a record type, or names what is not there, is refused and changes nothing", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    const put = (definition: unknown) => refusalOf(putRecordType(desk, admin, { id: "members", definition }));
    const current = await readRecordType(desk, admin, { id: "members" });
    expect(await put({ ...current, schema: { type: "object", properties: { x: { type: "text" } } } })).toMatchObject({
      kind: "invalid",
      code: "invalid-definition",
    });
    expect((await put({ ...current, id: "others" })).code).toBe("id-cannot-change");
    expect((await put({ ...current, permissions: { read: ["nobody-has-it"] } })).code).toBe("unfit-definition");
    expect((await put(null)).code).toBe("invalid-definition");
    const asDesk = putRecordType(desk, library.as("desk"), { id: "members", definition: current });
    expect((await refusalOf(asDesk)).code).toBe("administrators-only");
    expect(await definitionVersions(desk, admin, { kind: "record-type", id: "members" })).toHaveLength(1);
    expect((await refusalOf(readRecordType(desk, admin, { id: "nothing" }))).code).toBe("unknown-record-type");
  });

  test("the difference is told in sentences, and an author who began from an old version is told so", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin } = opened;
    const definition = await membersWith(opened, { phone });
    expect((await diffRecordType(desk, admin, { id: "members", definition })).length).toBeGreaterThan(0);
    await putRecordType(desk, admin, { id: "members", definition, basedOn: 1 });
    const late = putRecordType(desk, admin, { id: "members", definition, basedOn: 1 });
    expect((await refusalOf(late)).code).toBe("published-in-between");
  });
});
