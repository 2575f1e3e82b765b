import type { Language } from "../../plugin-api/text.ts";
import type { Operation, PathItem } from "./operation.ts";

interface ShownDocument {
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: { readonly [path: string]: PathItem };
  readonly components: { readonly schemas: { readonly [name: string]: object } };
}

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2733 }
  h2 { margin-top: 2.5rem; border-bottom: 1px solid #d5dce3 } code, pre { font-size: 0.875rem }
  pre { background: #f4f6f8; padding: 1rem; overflow: auto; max-height: 30rem } dt { margin-top: 0.75rem }
  .method { display: inline-block; min-width: 4.5rem; font-weight: 600; text-transform: uppercase }`;

/** The OpenAPI document as one plain page: no script, nothing from elsewhere. */
export function docsPage(document: object, { language, nonce }: { language: Language; nonce: string }): string {
  const { info, paths, components } = document as ShownDocument;
  const tags = [...new Set(operations(paths).flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => section(tag, { paths, schema: components.schemas[tag] }));
  const links = tags.map((tag) => `<li><a href="#${escaped(tag)}">${escaped(tag)}</a></li>`);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>API – ${escaped(info.title)}</title>
<meta name="viewport" content="width=device-width"><style nonce="${nonce}">${style}</style></head><body>
<main><h1>API – ${escaped(info.title)}</h1><p>${escaped(info.description)}</p>
<p><a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1)</p><nav><ul>${links.join("")}</ul></nav>${sections.join("")}
</main></body></html>`;
}

function operations(paths: ShownDocument["paths"]) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
}

function section(
  tag: string,
  { paths, schema }: { paths: ShownDocument["paths"]; schema: object | undefined },
): string {
  const shown = operations(paths).filter(({ operation }) => operation.tags.includes(tag));
  const list = shown.map(({ path, method, operation }) => entry(path, method, operation));
  const fields = schema
    ? `<details><summary>JSON Schema</summary><pre>${escaped(JSON.stringify(schema, null, 2))}</pre></details>`
    : "";
  return `<section id="${escaped(tag)}"><h2>${escaped(tag)}</h2><dl>${list.join("")}</dl>${fields}</section>`;
}

function entry(path: string, method: string, { summary }: Operation): string {
  return `<dt><span class="method">${method}</span> <code>/api${escaped(path)}</code></dt><dd>${escaped(summary)}</dd>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
