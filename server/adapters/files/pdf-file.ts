import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Cell, Table } from "../../domain/exporting/table.ts";
import type { Language } from "../../plugin-api/text.ts";

/** Writes a table as a printable page: its title, a line under it, the rows, the number of each page. */
export async function writePdf(table: Table, output: Writable, language: Language): Promise<void> {
  const rows: (readonly Cell[])[] = [];
  for await (const row of table.rows) rows.push(row);
  const buffer = await render(table, rows, language);
  await pipeline(Readable.from([buffer]), output);
}

async function render(table: Table, rows: readonly (readonly Cell[])[], language: Language): Promise<Buffer> {
  const { default: pdfmake } = await import("pdfmake");
  const folder = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "fonts/Roboto");
  const font = (name: string) => join(folder, `Roboto-${name}.ttf`);
  pdfmake.setFonts({
    Roboto: {
      normal: font("Regular"),
      bold: font("Medium"),
      italics: font("Italic"),
      bolditalics: font("MediumItalic"),
    },
  });
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
  pdfmake.setUrlAccessPolicy(() => false);
  const numbers = new Intl.NumberFormat(language);
  const text = (cell: Cell) => (typeof cell === "number" ? numbers.format(cell) : String(cell ?? ""));
  const body = rows.map((row) =>
    row.map((cell) => ({
      text: text(cell),
      alignment: typeof cell === "number" ? ("right" as const) : ("left" as const),
    })),
  );
  const header = table.columns.map((column) => ({ text: column, bold: true }));
  const document = pdfmake.createPdf({
    info: { title: table.title },
    pageMargins: [40, 48, 40, 48],
    defaultStyle: { font: "Roboto", fontSize: 9 },
    content: [
      { text: table.title, fontSize: 16, bold: true },
      { text: table.subtitle ?? "", margin: [0, 4, 0, 12], color: "#51606f" },
      { table: { headerRows: 1, body: [header, ...body] }, layout: "lightHorizontalLines" },
    ],
    footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: "center", fontSize: 8, margin: [0, 16] }),
  });
  return document.getBuffer();
}
