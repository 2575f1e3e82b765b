import Box from "@mui/material/Box";
import MuiLink from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Link } from "react-router";
import type { IncidentBody } from "../../../server/http/api-types.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { BusyButton } from "../../app/parts/busy-button.tsx";
import { DateText } from "../../app/parts/date-text.tsx";
import { DismissButton } from "./dismiss-button.tsx";

interface IncidentLineProps {
  readonly incident: IncidentBody;
  readonly onDecide: (verb: "retry" | "dismiss") => Promise<void>;
}

/** One thing that was not done: about which case, when, why, and what to do about it. */
export function IncidentLine({ incident, onDecide }: IncidentLineProps) {
  const say = useSay();
  const { types } = useOffice();
  const { kind, recordType, recordId, displayName, failedAt, attempts, message } = incident;
  const isOff = types.every(({ id }) => id !== recordType);
  const name = displayName ?? say(isOff ? "settings.ofPluginOff" : "settings.gone");
  return (
    <Box
      component="li"
      sx={{
        display: "flex",
        flexWrap: "wrap",
        gap: 1,
        px: 2,
        py: 1.25,
        borderTop: 1,
        borderColor: "divider",
        alignItems: "center",
      }}
    >
      <Box sx={{ flex: "1 1 320px", minWidth: 0 }}>
        {displayName === null ? (
          name
        ) : (
          <MuiLink component={Link} to={`/${recordType}/${recordId}`}>
            {name}
          </MuiLink>
        )}
        <Box component="span" sx={{ color: "text.secondary" }}>
          {" · "}
          <DateText value={failedAt} time /> · {say("settings.attempts", { smart_count: attempts })}
        </Box>
        <Typography sx={{ overflowWrap: "anywhere" }}>{message}</Typography>
      </Box>
      <Box sx={{ display: "flex", gap: 1 }}>
        <BusyButton
          size="small"
          variant="outlined"
          aria-label={say("settings.retryNamed", { name })}
          onPress={() => onDecide("retry")}
        >
          {say("settings.retry")}
        </BusyButton>
        <DismissButton
          label={say("settings.dismiss")}
          name={say("settings.dismissNamed", { name })}
          kind={kind}
          onDismiss={() => onDecide("dismiss")}
        />
      </Box>
    </Box>
  );
}
