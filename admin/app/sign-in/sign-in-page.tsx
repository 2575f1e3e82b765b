import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MuiLink from "@mui/material/Link";
import TextField from "@mui/material/TextField";
import { type SyntheticEvent, useState } from "react";
import { useLocaleState, useLogin } from "react-admin";
import { Link } from "react-router";
import type { SignInBody } from "../../../server/http/api-types.ts";
import { sentencesOf, statusOf } from "../api/api-problem.ts";
import { useSay } from "../i18n/use-say.ts";
import { SampleSignIns } from "./sample-sign-ins.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

/** `/login`: an address, a password, and for the sample office the addresses to try. */
export function SignInPage() {
  const say = useSay();
  const login = useLogin();
  const [, setLanguage] = useLocaleState();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!email.trim() || !password) return setFailure(say("signIn.bothNeeded"));
    setBusy(true);
    setFailure(null);
    try {
      const { user }: SignInBody = await login({ email: email.trim(), password });
      if (user.language) setLanguage(user.language);
    } catch (error) {
      const said = statusOf(error) === 0 ? say("errors.unreachableText") : sentencesOf(error).join(" ");
      setFailure(said || say("errors.refusedText"));
      setBusy(false);
    }
  };

  return (
    <SignInFrame title={say("signIn.title")}>
      <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: "grid", gap: 2 }}>
        {failure ? (
          <Alert severity="error" role="alert">
            {failure}
          </Alert>
        ) : null}
        <TextField
          label={say("signIn.email")}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          label={say("signIn.password")}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="contained" size="large" loading={busy}>
          {say("signIn.submit")}
        </Button>
        <MuiLink component={Link} to="/mot-de-passe-oublie" sx={{ justifySelf: "start" }}>
          {say("signIn.forgotten")}
        </MuiLink>
      </Box>
      <SampleSignIns
        onChoose={(chosen) => {
          setEmail(chosen.email);
          setPassword(chosen.password);
          setFailure(null);
        }}
      />
    </SignInFrame>
  );
}
