import { expect, test } from "vitest";
import type { PublishedType } from "../definitions/published-type.ts";
import { describeAccountFields } from "./describe-account-fields.ts";

function published(id: string, scope: object, properties: object = {}): PublishedType {
  const definition = { id, title: { fr: id, en: id } };
  return { id, definition, permissions: { scope }, schema: { type: "object", properties } } as unknown as PublishedType;
}

const schools = published("schools", { teacher: { where: { id: "$user.schoolId" } } });
const visits = published(
  "visits",
  {
    teacher: { where: { schoolId: "$user.schoolId", room: "hall" } },
    parent: { where: { schoolId: "$user.schoolId" } },
  },
  { schoolId: { type: "string", "x-reference": "schools", "x-title": { fr: "École", en: "School" } } },
);
const loans = published("loans", { reader: { where: { memberId: "$user.id" } } });

test("accounts are asked what scopes compare with, once, as the field that it is compared with", () => {
  expect(describeAccountFields([visits, schools, loans], "en")).toMatchObject([
    { name: "schoolId", roles: ["teacher", "parent"], schema: { title: "School", "x-reference": "schools" } },
  ]);
});

test("a scope over the records themselves asks for one of them", () => {
  expect(describeAccountFields([schools], "fr")).toEqual([
    { name: "schoolId", roles: ["teacher"], schema: { type: "string", title: "schools", "x-reference": "schools" } },
  ]);
});
