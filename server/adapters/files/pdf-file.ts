import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Content } from "pdfmake/interfaces.js";
import type { PrintedDocument, PrintedSection } from "../../plugin-api/contributions/index.ts";

/** Writes a document of several tables, each under its heading, none torn from it. */
export async function printPdf(document: PrintedDocument, output: Writable): Promise<void> {
  const { title, subtitle = "", sections } = document;
  await write({ title, subtitle, content: sections.map(printedSection) }, output);
}

function printedSection({ title = "", line = "", columns, rows }: PrintedSection): Content {
  const alignment = (index: number): "left" | "right" => columns[index]?.align ?? "left";
  const header = columns.map(({ title: text }, index) => ({ text, bold: true, alignment: alignment(index) }));
  const body = rows.map((row) =>
    row.map(
      (cell, index): Content => ({ text: String(cell ?? ""), alignment: alignment(index), margin: [0, 3, 0, 3] }),
    ),
  );
  return {
    margin: [0, 0, 0, 20],
    stack: [
      { text: title, fontSize: 12, bold: true, headlineLevel: 1 },
      { text: line, color: grey, margin: [0, 2, 0, 6] },
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

interface Page {
  readonly title: string;
  readonly subtitle: string;
  readonly content: readonly Content[];
}

async function write({ title, subtitle, content }: Page, output: Writable): Promise<void> {
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
    footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: "center", fontSize: 8, margin: [0, 16] }),
  });
  await pipeline(Readable.from([await document.getBuffer()]), output);
}
