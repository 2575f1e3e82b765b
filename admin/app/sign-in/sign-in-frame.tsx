import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Notification } from "react-admin";
import { useSay } from "../i18n/use-say.ts";
import { useDocumentTitle } from "../parts/use-document-title.ts";
import { LanguageChoice } from "../shell/language-choice.tsx";
import { ThemeChoice } from "../shell/theme-choice.tsx";
import { Bridge } from "./bridge.tsx";
import { usePublicOffice } from "./use-public-office.ts";

/** The product's face, for whoever is not signed in: its name, whose office it is, and one thing to do. */
export function SignInFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const say = useSay();
  const office = usePublicOffice();
  useDocumentTitle(title);
  return (
    <Box
      sx={{
        display: "grid",
        gridTemplateColumns: { xs: "1fr", md: "5fr 6fr" },
        gridTemplateRows: { xs: "auto 1fr", md: "1fr" },
        minHeight: "100vh",
      }}
    >
      <Box component="header" sx={face}>
        <Box sx={{ display: "flex", alignItems: "center", gap: 1.5 }}>
          <img
            src="/passerelle.svg"
            alt=""
            width={40}
            height={40}
            style={{ borderRadius: 10, boxShadow: "0 0 0 1px rgb(255 255 255 / 0.25)" }}
          />
          <Box>
            <Box sx={{ fontSize: "1.429rem", fontWeight: 650, letterSpacing: "-0.02em" }}>Passerelle</Box>
            {office ? <Box sx={{ opacity: 0.85 }}>{office.name}</Box> : null}
          </Box>
        </Box>
        <Box sx={{ display: { xs: "none", md: "block" }, mt: "auto", mb: "auto", maxWidth: 400 }}>
          <Box
            component="p"
            sx={{ fontSize: "2.143rem", fontWeight: 600, lineHeight: 1.2, letterSpacing: "-0.025em", m: 0 }}
          >
            {say("signIn.promise")}
          </Box>
          <Box component="p" sx={{ fontSize: "1.143rem", opacity: 0.85, mt: 2 }}>
            {say("signIn.promiseText")}
          </Box>
        </Box>
        <Bridge />
      </Box>
      <Box component="main" sx={{ display: "flex", flexDirection: "column", px: { xs: 2, sm: 4 }, py: 3 }}>
        <Box sx={{ display: "flex", justifyContent: "flex-end", gap: 0.5, color: "text.secondary" }}>
          <LanguageChoice />
          <ThemeChoice />
        </Box>
        <Box sx={{ width: "100%", maxWidth: 380, mx: "auto", my: "auto", py: 3 }}>
          <Typography variant="h1" sx={{ mb: 2 }}>
            {title}
          </Typography>
          {children}
        </Box>
      </Box>
      <Notification />
    </Box>
  );
}

const face = {
  position: "relative",
  overflow: "hidden",
  display: "flex",
  flexDirection: "column",
  p: { xs: 2, md: 5 },
  color: "#fff",
  background: "linear-gradient(165deg, #0f6178 0%, #0a4456 60%, #083644 100%)",
} as const;
