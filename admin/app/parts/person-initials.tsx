import Box from "@mui/material/Box";
import type { StageColor } from "../../../server/plugin-api/workflow-definition.ts";

const tones: readonly StageColor[] = ["blue", "teal", "green", "olive", "amber", "orange", "pink", "violet", "slate"];

interface PersonInitialsProps {
  readonly name: string;
  /** Diameter in pixels; 28 without it. */
  readonly size?: number;
  /** The name is written beside it: the initials are then only a picture. */
  readonly beside?: boolean;
}

/** Someone at a glance: their initials, in a colour that stays theirs. */
export function PersonInitials({ name, size = 28, beside = false }: PersonInitialsProps) {
  const tone = `stage.${toneOf(name)}`;
  return (
    <Box
      component="span"
      data-initials={initialsOf(name)}
      {...(beside ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name })}
      sx={{
        display: "inline-flex",
        alignItems: "center",
        justifyContent: "center",
        flex: "none",
        width: size,
        height: size,
        borderRadius: "50%",
        fontSize: size * 0.39,
        fontWeight: 600,
        lineHeight: 1,
        color: `${tone}.text`,
        backgroundColor: `${tone}.tint`,
        "&::before": { content: "attr(data-initials)" },
      }}
    />
  );
}

/** The first letters of the first and last words, of the first of two names: "Léa de La Tour · Mairie" is LT. */
export function initialsOf(name: string): string {
  const words = (name.split(/ [·→–] /)[0] ?? name).split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const first = words[0]?.[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return `${first}${last}`.toLocaleUpperCase("fr");
}

function toneOf(name: string): StageColor {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return tones[sum % tones.length] ?? "slate";
}
