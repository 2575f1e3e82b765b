import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import { useSearchParams } from "react-router";
import { useSay } from "../i18n/use-say.ts";
import { usePublicOffice } from "./use-public-office.ts";

const problems = {
  "identity-refused": "signIn.identityRefused",
  "identity-unverified": "signIn.identityUnverified",
  "identity-unknown": "signIn.identityUnknown",
  "identity-unreachable": "signIn.identityUnreachable",
} as const;

/** The way in by the identity provider, where the office has one; says why it did not lead in. */
export function ProviderSignIn() {
  const say = useSay();
  const office = usePublicOffice();
  const [search] = useSearchParams();
  if (!office?.oidc) return null;
  const problem = search.get("problem");
  return (
    <Box sx={{ display: "grid", gap: 2, mt: 2 }}>
      <Divider>{say("signIn.or")}</Divider>
      {isKnown(problem) ? (
        <Alert severity="error" role="alert">
          {say(problems[problem])}
        </Alert>
      ) : null}
      <Button href="/api/auth/oidc" variant="outlined" size="large">
        {say("signIn.byProvider")}
      </Button>
    </Box>
  );
}

function isKnown(problem: string | null): problem is keyof typeof problems {
  return problem !== null && Object.hasOwn(problems, problem);
}
