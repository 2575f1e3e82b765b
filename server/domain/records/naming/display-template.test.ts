import { describe, expect, it } from "vitest";
import { fillTemplate, templateFields } from "./display-template.ts";

const member: Record<string, string> = { firstName: "Jeanne", lastName: "Roux", usageName: "", town: "" };
const textOf = (field: string) => member[field] ?? "";

describe("a display template", () => {
  it("takes the first alternative that is filled in", () => {
    expect(fillTemplate("{firstName} {usageName|lastName}", textOf)).toBe("Jeanne Roux");
  });

  it("drops the separators that an empty field leaves at an end", () => {
    expect(fillTemplate("{lastName} – {town}", textOf)).toBe("Roux");
    expect(fillTemplate("{town}, {lastName} ({usageName})", textOf)).toBe("Roux");
  });

  it("is empty when every field is", () => {
    expect(fillTemplate("{town} – {usageName}", textOf)).toBe("");
  });

  it("is empty when every field is, whatever it says beside them", () => {
    expect(fillTemplate("Without news since {town:day}", textOf)).toBe("");
  });

  it("leaves out what stands between brackets when a field in it is empty", () => {
    expect(fillTemplate("{lastName}[, of {town}][, called {firstName}]", textOf)).toBe("Roux, called Jeanne");
  });

  it("took minutes over a text of many separators", () => {
    const text = `Roux ${"-".repeat(300_000)} Jeanne`;
    expect(fillTemplate("{lastName}", () => text)).toBe(text);
  });

  it("tells the fields that it names", () => {
    expect(templateFields("{startOn:day}[ in {town}]")).toEqual(["startOn", "town"]);
    expect(templateFields("{firstName} {usageName|lastName}!")).toEqual(["firstName", "usageName", "lastName"]);
  });
});
