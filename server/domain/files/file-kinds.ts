/** Kinds of files that may be kept, each with the first bytes that prove it; text formats have none. */
const kinds: readonly FileKind[] = [
  { extensions: ["pdf"], mediaType: "application/pdf", magic: ["25504446"] },
  { extensions: ["png"], mediaType: "image/png", magic: ["89504e47"] },
  { extensions: ["jpg", "jpeg"], mediaType: "image/jpeg", magic: ["ffd8ff"] },
  { extensions: ["webp"], mediaType: "image/webp", magic: ["52494646"] },
  { extensions: ["doc"], mediaType: "application/msword", magic: ["d0cf11e0"] },
  { extensions: ["xls"], mediaType: "application/vnd.ms-excel", magic: ["d0cf11e0"] },
  {
    extensions: ["docx"],
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    magic: ["504b0304"],
  },
  {
    extensions: ["xlsx"],
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    magic: ["504b0304"],
  },
  { extensions: ["odt"], mediaType: "application/vnd.oasis.opendocument.text", magic: ["504b0304"] },
  { extensions: ["ods"], mediaType: "application/vnd.oasis.opendocument.spreadsheet", magic: ["504b0304"] },
  { extensions: ["rtf"], mediaType: "application/rtf", magic: ["7b5c727466"] },
  { extensions: ["txt"], mediaType: "text/plain", magic: [] },
  { extensions: ["csv"], mediaType: "text/csv", magic: [] },
];

interface FileKind {
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Hexadecimal. */
  readonly magic: readonly string[];
}

/** The extensions of the files that may be kept. */
export const keptExtensions: readonly string[] = kinds.flatMap((kind) => kind.extensions);

/**
 * The media type of a file, told from its name and proved by its first bytes, never taken from whoever sends it.
 * Null for a kind that is not kept.
 */
export function mediaTypeOf(name: string, start: Uint8Array): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const kind = kinds.find((each) => each.extensions.includes(extension));
  if (!kind) return null;
  if (kind.magic.length === 0) return start.includes(0) ? null : kind.mediaType;
  const hexadecimal = Buffer.from(start).toString("hex");
  return kind.magic.some((magic) => hexadecimal.startsWith(magic)) ? kind.mediaType : null;
}
