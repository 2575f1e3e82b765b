import Button from "@mui/material/Button";
import { useLocaleState } from "react-admin";

const names = { fr: "Français", en: "English" } as const;

/** Switches to the other language; its name is written in that language. */
export function LanguageChoice() {
  const [locale, setLocale] = useLocaleState();
  const other = locale === "fr" ? "en" : "fr";
  return (
    <Button
      color="inherit"
      lang={other}
      onClick={() => setLocale(other)}
      aria-label={`${other.toUpperCase()} · ${names[other]}`}
      title={names[other]}
      sx={{ minWidth: 44, px: 1 }}
    >
      {other.toUpperCase()}
    </Button>
  );
}
