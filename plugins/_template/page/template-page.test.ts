import { expect, test } from "vitest";
import { drawPart } from "../../../admin/plugin-slots/draw-part.tsx";
import { pages } from "./admin.tsx";
import { plugin } from "./plugin.ts";

const page = pages["template-page"];
const props = { params: {} };

test("draws each page that is declared", () => {
  expect(Object.keys(pages)).toEqual(Object.keys(plugin.pages ?? {}));
});

test("shows the open tasks, says when there is none, and waits until it is known", () => {
  const answers = { "/api/tasks": [{ id: "t1", title: "Rappeler", dueOn: "2026-04-02" }] };
  expect(drawPart(page, { props, answers })).toMatch(/À faire Rappeler jeu\. 2 avr/);
  expect(drawPart(page, { props, answers: { "/api/tasks": [] }, language: "en" })).toContain("All tasks are done.");
  expect(drawPart(page, { props })).toBe("Template page À faire");
});
