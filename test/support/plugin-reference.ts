import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** Parts of the reference, each made of the files that hold its types. */
const parts = [
  ["What a plugin declares", ["define-plugin.ts"]],
  ["What it can bring", filesIn("contributions")],
  ["Settings, fields and forms", ["data-schema.ts"]],
  ["Record types, and the office", ["record-type-definition.ts", "office-definition.ts"]],
  ["Workflows", ["workflow-definition.ts"]],
  ["Words that all share", ["text.ts", "reason.ts", "json.ts"]],
] as const;

function filesIn(folder: string): readonly string[] {
  return readdirSync(`server/plugin-api/${folder}`)
    .sort()
    .map((file) => `${folder}/${file}`);
}

/** The reference of the plugin interface, as its own types and comments tell it. */
export function pluginReference(): string {
  const sections = parts.map(([title, files]) => `## ${title}\n\n${files.flatMap(declarationsOf).join("\n\n")}`);
  return `# Reference of the plugin interface

Made from the types of \`server/plugin-api/\` (\`npx vitest run server/plugin-api -u\` writes it again). The guide is [plugins.md](plugins.md).

${sections.join("\n\n")}
`;
}

function declarationsOf(file: string): readonly string[] {
  const text = readFileSync(`server/plugin-api/${file}`, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    if (!isType || !isExported(statement)) return [];
    const code = statement.getText(source).replace(/^export /, "");
    return [
      [`### ${statement.name.text}`, sentencesOf(statement), `\`\`\`ts\n${code}\n\`\`\``].filter(Boolean).join("\n"),
    ];
  });
}

const isExported = (statement: ts.InterfaceDeclaration | ts.TypeAliasDeclaration) =>
  statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

function sentencesOf(statement: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? "").replaceAll(/\s*\n\s*/g, " ");
}
