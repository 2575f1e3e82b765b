import { expect, test } from "vitest";
import { drawPart } from "../../../admin/plugin-slots/draw-part.tsx";
import { widgets } from "./admin.tsx";
import { plugin } from "./plugin.ts";

const widget = widgets["template-widget"];
const props = { type: "users", record: { id: "u1" } };

test("draws each widget that is declared", () => {
  expect(Object.keys(widgets)).toEqual(Object.keys(plugin.widgets ?? {}));
});

test("shows the late tasks, says when there is none, and nothing until it is known", () => {
  const answers = { "/api/tasks": [{ id: "t1", title: "Rappeler" }] };
  expect(drawPart(widget, { props, answers })).toBe("Template widget Rappeler");
  expect(drawPart(widget, { props, answers: { "/api/tasks": [] }, language: "en" })).toContain("No task is late.");
  expect(drawPart(widget, { props })).toBe("");
});
