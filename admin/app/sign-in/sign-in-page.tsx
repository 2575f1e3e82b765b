import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import MuiLink from "@mui/material/Link";
import TextField from "@mui/material/TextField";
import { type SyntheticEvent, useState } from "react";
import { useLocaleState, useLogin } from "react-admin";
import { Link } from "react-router";
import type { SignInBody } from "../../../server/http/api-types.ts";
import { failureText } from "../errors/failure-text.ts";
import { useSay } from "../i18n/use-say.ts";
import { ProviderSignIn } from "./provider-sign-in.tsx";
import { SampleSignIns } from "./sample-sign-ins.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** `/login`: an address, a password, and for the sample office the addresses to try. */
export function SignInPage() {
  const say = useSay();
  const [typed, setTyped] = useState<Credentials>({ email: "", password: "" });
  return (
    <SignInFrame title={say("signIn.title")}>
      <SignInForm typed={typed} onType={setTyped} />
      <ProviderSignIn />
      <SampleSignIns onChoose={setTyped} />
    </SignInFrame>
  );
}

interface SignInFormProps {
  readonly typed: Credentials;
  readonly onType: (typed: Credentials) => void;
}

function SignInForm({ typed, onType }: SignInFormProps) {
  const say = useSay();
  const { signIn, busy, failure } = useSignIn();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void signIn(typed);
  };
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: "grid", gap: 2 }}>
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
        value={typed.email}
        onChange={(event) => onType({ ...typed, email: event.target.value })}
      />
      <TextField
        label={say("signIn.password")}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={typed.password}
        onChange={(event) => onType({ ...typed, password: event.target.value })}
      />
      <Button type="submit" variant="contained" size="large" loading={busy}>
        {say("signIn.submit")}
      </Button>
      <MuiLink component={Link} to="/mot-de-passe-oublie" sx={{ justifySelf: "start" }}>
        {say("signIn.forgotten")}
      </MuiLink>
    </Box>
  );
}

/** Signs in, speaks the language of the account from then on, and leads back to the page that was asked for. */
function useSignIn() {
  const say = useSay();
  const login = useLogin();
  const [, setLanguage] = useLocaleState();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const signIn = async ({ email, password }: Credentials) => {
    if (!email.trim() || !password) return setFailure(say("signIn.bothNeeded"));
    setBusy(true);
    setFailure(null);
    try {
      const { user }: SignInBody = await login({ email: email.trim(), password });
      if (user.language) setLanguage(user.language);
    } catch (error) {
      setFailure(failureText(error, say));
      setBusy(false);
    }
  };
  return { signIn, busy, failure };
}
