import { expect, test } from "vitest";
import { delayInWords } from "./delay-in-words.ts";

const plain = (text: string) => text.replace(/\s/g, " ");

test("a delay is told by its title, else by its duration, else by its name", () => {
  const overdue = { duration: "P1D", title: { fr: "En retard", en: "Overdue" } };
  expect(plain(delayInWords(overdue, "overdue", "fr"))).toBe("En retard");
  expect(plain(delayInWords({ duration: "P30D" }, "P30D", "fr"))).toBe("30 jours");
  expect(plain(delayInWords({ duration: "P1Y6M" }, "P1Y6M", "en"))).toBe("1 year and 6 months");
  expect(plain(delayInWords({ duration: "PT2H" }, "PT2H", "fr"))).toBe("2 heures");
  expect(plain(delayInWords({ field: "dueOn" }, "dueOn", "fr"))).toBe("dueOn");
  expect(plain(delayInWords(null, "later", "fr"))).toBe("later");
});
