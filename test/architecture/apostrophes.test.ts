import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

/** Patterns over folded text, in which every apostrophe is straight; SQL; nobody's password. */
const notRead = ["plugins/offer-check/wording.json", "server/adapters/sql/", "server/adapters/passwords/"];

const straight = /\p{L}'[\p{L}«…]/u;

test("what people read has one kind of apostrophe, the typographic one", () => {
  const files = ["admin", "server", "plugins", "workflows"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  const read = files
    .filter((file) => /\.(ts|tsx|json)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => !notRead.some((place) => file.startsWith(place)));
  expect(read.length).toBeGreaterThan(500);
  const mixed = read.flatMap((file) =>
    textsOf(file)
      .filter((text) => straight.test(text))
      .map((text) => `${file}: ${text}`),
  );
  expect(mixed).toEqual([]);
});

/** The texts of a source or a definition, without its comments and its patterns; "…" where a value stands. */
function textsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) texts.push(node.text);
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node)) texts.push(`${node.text}…`);
    if (ts.isTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}
