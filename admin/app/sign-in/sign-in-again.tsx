import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useEffect, useState } from "react";
import { callApi } from "../api/api-client.ts";
import { sessionEnded } from "../api/session-ended.ts";
import { failureText } from "../errors/failure-text.ts";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";

/** Asks for the password again when the session ends, with the page hidden behind: what is typed on it stays. */
export function SignInAgain() {
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const open = () => setEnded(true);
    window.addEventListener(sessionEnded, open);
    return () => window.removeEventListener(sessionEnded, open);
  }, []);
  return ended ? <SignInDialog onDone={() => setEnded(false)} /> : null;
}

function SignInDialog({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const { user } = useOffice();
  const [password, setPassword] = useState("");
  const { signIn, busy, failure } = useSignInAgain(user.email, onDone);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    // The form of the page behind is not sent with it.
    event.stopPropagation();
    void signIn(password);
  };
  return (
    <Dialog open fullWidth maxWidth="xs" slotProps={{ backdrop: { sx: { backgroundColor: "ground.paper" } } }}>
      <form noValidate onSubmit={submit}>
        <DialogTitle>{say("signIn.againTitle")}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>{say("signIn.againText")}</Typography>
            {failure ? (
              <Alert severity="error" role="alert">
                {failure}
              </Alert>
            ) : null}
            <TextField
              label={say("signIn.email")}
              value={user.email}
              autoComplete="username"
              slotProps={{ htmlInput: { readOnly: true } }}
            />
            <TextField
              label={say("signIn.password")}
              type="password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button href="/login">{say("signIn.otherwise")}</Button>
          <Button type="submit" variant="contained" loading={busy}>
            {say("signIn.submit")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useSignInAgain(email: string, onDone: () => void) {
  const say = useSay();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const signIn = async (password: string) => {
    setBusy(true);
    setFailure(null);
    try {
      await callApi("/api/auth/login", { method: "POST", body: { email, password } });
      onDone();
      await queries.invalidateQueries();
    } catch (error) {
      setFailure(failureText(error, say));
      setBusy(false);
    }
  };
  return { signIn, busy, failure };
}
