import CloudOffIcon from "@mui/icons-material/CloudOffOutlined";
import LockIcon from "@mui/icons-material/LockOutlined";
import SearchOffIcon from "@mui/icons-material/SearchOffOutlined";
import WarningIcon from "@mui/icons-material/WarningAmberOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { sentencesOf, statusOf } from "../api/api-problem.ts";
import { type Say, useSay } from "../i18n/use-say.ts";
import { useDocumentTitle } from "../parts/use-document-title.ts";
import { mayPass } from "./may-pass.ts";

interface FailurePageProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** A page that cannot be shown: what happened, in the office's own sentence when it gave one, and what to do. */
export function FailurePage({ error, onRetry }: FailurePageProps) {
  const say = useSay();
  return (
    <Failure words={wordsFor(error, say)}>
      {onRetry && mayPass(error) ? (
        <Button variant="contained" onClick={onRetry}>
          {say("errors.retry")}
        </Button>
      ) : null}
    </Failure>
  );
}

/** A place that is not there. */
export function MissingPage() {
  const say = useSay();
  return <Failure words={missing(say)} />;
}

interface FailureWords {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
}

function Failure({ words, children }: { readonly words: FailureWords; readonly children?: ReactNode }) {
  const say = useSay();
  const { icon, title, text } = words;
  useDocumentTitle(title);
  return (
    <Box
      sx={{
        display: "flex",
        flexDirection: "column",
        alignItems: "center",
        textAlign: "center",
        gap: 1.5,
        px: 2,
        py: { xs: 6, md: 12 },
      }}
    >
      <Box aria-hidden sx={{ color: "text.disabled", "& svg": { fontSize: 44 } }}>
        {icon}
      </Box>
      <Typography variant="h1">{title}</Typography>
      <Typography sx={{ color: "text.secondary", maxWidth: 480 }}>{text}</Typography>
      <Box sx={{ display: "flex", gap: 1, mt: 1 }}>
        {children}
        <Button variant="outlined" component={Link} to="/">
          {say("errors.home")}
        </Button>
      </Box>
    </Box>
  );
}

function wordsFor(error: unknown, say: Say): FailureWords {
  const said = sentencesOf(error).join(" ");
  switch (statusOf(error)) {
    case 0:
      return { icon: <CloudOffIcon />, title: say("errors.unreachable"), text: say("errors.unreachableText") };
    case 403:
      return { icon: <LockIcon />, title: say("errors.forbidden"), text: said || say("errors.forbiddenText") };
    case 404:
      return { ...missing(say), ...(said && { text: said }) };
    case null:
      return { icon: <WarningIcon />, title: say("errors.broken"), text: say("errors.brokenText") };
    default:
      return { icon: <WarningIcon />, title: say("errors.refused"), text: said || say("errors.refusedText") };
  }
}

function missing(say: Say): FailureWords {
  return { icon: <SearchOffIcon />, title: say("errors.missing"), text: say("errors.missingText") };
}
