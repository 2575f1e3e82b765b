import Button from "@mui/material/Button";
import { useContext } from "react";
import { useLocaleState } from "react-admin";
import { callApi } from "../api/api-client.ts";
import { languageNames } from "../i18n/language.ts";
import { OfficeContext } from "../office/office-context.ts";

/** Switches to the other language, here and in the account; its name is written in that language. */
export function LanguageChoice() {
  const [locale, setLocale] = useLocaleState();
  const signedIn = useContext(OfficeContext) !== null;
  const other = locale === "fr" ? "en" : "fr";
  const choose = () => {
    setLocale(other);
    if (signedIn) void callApi("/api/me", { method: "PUT", body: { language: other } }).catch(() => null);
  };
  return (
    <Button
      color="inherit"
      lang={other}
      onClick={choose}
      aria-label={`${other.toUpperCase()} · ${languageNames[other]}`}
      title={languageNames[other]}
      sx={{ minWidth: 44, px: 1 }}
    >
      {other.toUpperCase()}
    </Button>
  );
}
