import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { PageHead } from "../../app/parts/page-head.tsx";
import { Section } from "../../app/parts/section.tsx";

/** `/settings/imports`: how files are brought in, with the command for each type. */
export function ImportsPage() {
  const say = useSay();
  const { types } = useOffice();
  const importable = types.filter((type) => type.kind === "record" && type.may.create);
  return (
    <>
      <PageHead title={say("settings.imports")} line={say("settings.importsLine")} />
      <Box sx={{ display: "grid", gap: 2 }}>
        <Section title={say("settings.importsHow")}>
          <Typography sx={{ mb: 1 }}>{say("settings.importsText")}</Typography>
          <Command text="npm run passerelle -- import TYPE FICHIER.csv --dry-run" />
          <Typography sx={{ mt: 2 }}>{say("settings.importsDry")}</Typography>
        </Section>
        <Section title={say("settings.importsTypes")}>
          <Box component="dl" sx={{ m: 0, display: "grid", gap: 1.5 }}>
            {importable.map((type) => (
              <Box key={type.id}>
                <Box component="dt" sx={{ fontWeight: 550, mb: 0.5 }}>
                  {type.title}
                </Box>
                <Box component="dd" sx={{ m: 0 }}>
                  <Command text={`npm run passerelle -- import ${type.id} FICHIER.csv`} />
                </Box>
              </Box>
            ))}
          </Box>
        </Section>
      </Box>
    </>
  );
}

function Command({ text }: { readonly text: string }) {
  return (
    <Box
      component="code"
      sx={{
        display: "block",
        px: 1.5,
        py: 1,
        borderRadius: 1,
        backgroundColor: "ground.quiet",
        fontFamily: "ui-monospace, monospace",
        fontSize: "0.929rem",
        overflowX: "auto",
      }}
    >
      {text}
    </Box>
  );
}
