import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import type { ErrorKind } from "../../server/domain/domain-error.ts";
import { statuses } from "../../server/http/problem.ts";

interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly sentence: string;
}

/** Every refusal that the code can make, as a page: its code, its status, its sentence. */
export function errorCatalogue(): string {
  const names = readdirSync("server", { recursive: true, encoding: "utf8" });
  const files = names
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => `server/${name}`);
  const found = files.flatMap(refusalsOf).sort((one, other) => (key(one) < key(other) ? -1 : 1));
  const rows = [...new Map(found.map((refusal) => [key(refusal), refusal])).values()];
  const lines = rows.map(({ code, status, sentence }) => `| \`${code}\` | ${status} | ${sentence} |`);
  return `# Refusals

What the API answers when it does not do what it is asked: RFC 9457 problems with a stable \`code\`, which programs
compare, and a sentence in the reader's language, here the English one ("…" stands for names and values). Nothing has
changed then. What no code below tells is a defect of ours: 500 \`defect\`, with the id of the request to look for in
the log. Made from the code (\`npx vitest run test/architecture -u\` writes it again).

| code | status | what it says |
|---|---|---|
${lines.join("\n")}
`;
}

const key = ({ code, status, sentence }: Refusal) => `${code} ${status} ${sentence}`;

function refusalsOf(file: string): readonly Refusal[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Refusal[] = [];
  const visit = (node: ts.Node): void => {
    const [details] = makesRefusal(node) ? (node.arguments ?? []) : [];
    if (details && ts.isObjectLiteralExpression(details)) found.push(...refusalsIn(details, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `new DomainError({…})`, or the \`super({…})\` of one of its own. */
function makesRefusal(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  if (ts.isNewExpression(node)) return node.expression.getText() === "DomainError";
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.SuperKeyword) return false;
  const [details] = node.arguments;
  return details !== undefined && ts.isObjectLiteralExpression(details) && memberOf(details, "kind") !== undefined;
}

function refusalsIn(details: ts.ObjectLiteralExpression, source: ts.SourceFile): readonly Refusal[] {
  const kind = textOf(memberOf(details, "kind")) as ErrorKind;
  const message = memberOf(details, "message");
  const english = message && ts.isObjectLiteralExpression(message) ? textOf(memberOf(message, "en")) : "";
  const sentence = english.replaceAll("|", "\\|") || "the sentence of what is wrong";
  const code = memberOf(details, "code");
  const codes = code ? [textOf(code)] : chosenCodes(source);
  if (codes.length === 0) throw new Error(`${source.fileName}: a refusal whose code cannot be told`);
  return codes.map((each) => ({ code: each, status: statuses[kind], sentence }));
}

/** Where a factory is given its code: the texts of the file's `codes`. */
function chosenCodes(source: ts.SourceFile): readonly string[] {
  const variables = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) texts.push(node.text);
    else if (!ts.isPropertyName(node) || ts.isComputedPropertyName(node)) ts.forEachChild(node, visit);
  };
  for (const { name, initializer } of variables) if (name.getText() === "codes" && initializer) visit(initializer);
  return texts;
}

function memberOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const found = object.properties.filter(ts.isPropertyAssignment).find((each) => each.name.getText() === name);
  return found?.initializer;
}

/** A text as it is written; what is filled in is "…". */
function textOf(expression: ts.Expression | undefined): string {
  if (!expression) return "";
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isTemplateExpression(expression)) {
    return expression.head.text + expression.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
  }
  return "";
}
