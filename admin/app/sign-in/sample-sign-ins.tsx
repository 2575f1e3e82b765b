import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useSay } from "../i18n/use-say.ts";
import { usePublicOffice } from "./use-public-office.ts";

/** The password of everyone in the sample office, which exists on the loopback address alone. */
const samplePassword = "passerelle";

interface SampleSignInsProps {
  readonly onChoose: (signIn: { readonly email: string; readonly password: string }) => void;
}

/** In the sample office: whose eyes one may look through. Choosing one fills in the form. */
export function SampleSignIns({ onChoose }: SampleSignInsProps) {
  const say = useSay();
  const office = usePublicOffice();
  if (!office?.sample || office.signIns.length === 0) return null;
  return (
    <Box component="section" sx={{ mt: 4, pt: 2, borderTop: 1, borderColor: "divider" }}>
      <Typography variant="h3" component="h2">
        {say("signIn.sample")}
      </Typography>
      <Typography sx={{ color: "text.secondary", mb: 1 }}>
        {say("signIn.sampleText", { password: samplePassword })}
      </Typography>
      <Box sx={{ mx: -1.5 }}>
        {[...office.signIns]
          .sort((one, other) => one.email.localeCompare(other.email))
          .map(({ email, title }) => (
            <Button
              key={email}
              fullWidth
              color="inherit"
              onClick={() => onChoose({ email, password: samplePassword })}
              sx={{ justifyContent: "space-between", px: 1.5, fontWeight: 450 }}
            >
              <span>{title}</span>
              <Box component="span" sx={{ color: "text.secondary" }}>
                {email}
              </Box>
            </Button>
          ))}
      </Box>
    </Box>
  );
}
