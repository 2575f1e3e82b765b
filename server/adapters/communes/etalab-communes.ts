import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Commune, CommuneDirectory } from "../../domain/communes/commune-directory.ts";
import { fold } from "../../engine/schema/fold.ts";

interface Listed extends Commune {
  readonly folded: string;
}

interface Row {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
}

const most = 20;
const kinds = new Set(["commune-actuelle", "arrondissement-municipal"]);

/** The communes of `@etalab/decoupage-administratif`, read when they are first asked for. */
export class EtalabCommunes implements CommuneDirectory {
  #all: Promise<readonly Listed[]> | undefined;

  async byCodes(codes: readonly string[]): Promise<readonly Commune[]> {
    const wanted = new Set(codes);
    return answer(await this.#communes(), ({ code }) => wanted.has(code), wanted.size);
  }

  async byPostalCode(postalCode: string): Promise<readonly Commune[]> {
    return answer(await this.#communes(), ({ postalCodes }) => postalCodes.includes(postalCode));
  }

  async search(text: string): Promise<readonly Commune[]> {
    const start = plain(text);
    if (start === "") return [];
    const all = await this.#communes();
    const first = answer(all, ({ folded }) => folded.startsWith(start));
    const later = answer(all, ({ folded }) => folded.includes(` ${start}`));
    return [...first, ...later].slice(0, most);
  }

  #communes(): Promise<readonly Listed[]> {
    this.#all ??= read();
    return this.#all;
  }
}

async function read(): Promise<readonly Listed[]> {
  const file = createRequire(import.meta.url).resolve("@etalab/decoupage-administratif/data/communes.json");
  const rows = JSON.parse(await readFile(file, "utf8")) as readonly Row[];
  return rows
    .filter(({ type }) => kinds.has(type))
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))
    .map(({ code, nom, codesPostaux = [] }) => ({
      code,
      name: nom.replaceAll("'", "’"),
      postalCodes: codesPostaux,
      folded: plain(nom),
    }));
}

/** `Saint-Barthélemy-d’Anjou`, `ST BARTHELEMY D'ANJOU` and the like come to the same. */
function plain(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bste\b/g, "sainte")
    .replace(/\bst\b/g, "saint")
    .trim();
}

function answer(all: readonly Listed[], suits: (commune: Listed) => boolean, upTo = most): readonly Commune[] {
  const found: Commune[] = [];
  for (const commune of all) {
    if (!suits(commune)) continue;
    const { code, name, postalCodes } = commune;
    found.push({ code, name, postalCodes });
    if (found.length === upTo) break;
  }
  return found;
}
