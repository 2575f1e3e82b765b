import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Content } from "pdfmake/interfaces.js";
import type { PrintedDocument, PrintedSection } from "../../plugin-api/contributions/index.ts";
import { printedChart } from "./printed-chart.ts";

/** Writes a document of several tables, each under its heading, none torn from it. */
export async function printPdf(document: PrintedDocument, output: Writable): Promise<void> {
  const { title, subtitle = "", foot = "", chart = [], sections } = document;
  const drawn: Content[] = chart.length === 0 ? [] : [{ svg: printedChart(chart, accent), margin: [0, 0, 0, 16] }];
  await write({ title, subtitle, foot, content: [...drawn, ...sections.map(printedSection)] }, output);
}

/** The space stands above each section but the first: below the last one, it would begin another page. */
function printedSection({ title, line, columns, rows }: PrintedSection, place: number): Content {
  const alignment = (index: number): "left" | "right" => columns[index]?.align ?? "left";
  const header = columns.map(({ title: text }, index) => ({ text, bold: true, alignment: alignment(index) }));
  const body = rows.map((row) =>
    row.map(
      (cell, index): Content => ({ text: String(cell ?? ""), alignment: alignment(index), margin: [0, 3, 0, 3] }),
    ),
  );
  return {
    margin: [0, place === 0 ? 0 : 20, 0, 0],
    stack: [
      ...(title ? [{ text: title, fontSize: 12, bold: true, margin: below }] : []),
      ...(line ? [{ text: line, color: grey, margin: below }] : []),
      {
        layout: "lightHorizontalLines",
        table: {
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          widths: columns.map(({ stretch }) => (stretch ? "*" : "auto")),
          body: [header, ...body],
        },
      },
    ],
  };
}

const grey = "#51606f";
/** The product's own colour, as on its screens. */
const accent = "#0d5468";
const below: [number, number, number, number] = [0, 0, 0, 4];

interface Page {
  readonly title: string;
  readonly subtitle: string;
  readonly foot: string;
  readonly content: readonly Content[];
}

async function write({ title, subtitle, foot, content }: Page, output: Writable): Promise<void> {
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
  const document = pdfmake.createPdf({
    info: { title },
    pageMargins: [40, 48, 40, 48],
    defaultStyle: { font: "Roboto", fontSize: 9 },
    content: [
      { text: title, fontSize: 16, bold: true },
      { text: subtitle, margin: [0, 4, 0, 12], color: grey },
      ...content,
    ],
    footer: (page, pages) => ({
      columns: [foot, { text: `${page} / ${pages}`, alignment: "right" }],
      fontSize: 8,
      color: grey,
      margin: [40, 16],
    }),
  });
  await pipeline(Readable.from([await document.getBuffer()]), output);
}
