import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { Awaited } from "../app/errors/awaited.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { DateText } from "../app/parts/date-text.tsx";
import { useDeadlines } from "./use-deadlines.ts";

/** What will happen by itself, and when. */
export function CaseDeadlines({ workflow, id }: { readonly workflow: string; readonly id: string }) {
  const say = useSay();
  const heading = useId();
  const { data, error, refetch } = useDeadlines(workflow, id);
  if (!data) {
    return (
      <Awaited error={error} onRetry={() => void refetch()}>
        {null}
      </Awaited>
    );
  }
  if (data.length === 0) return null;
  return (
    <Stack component="section" aria-labelledby={heading} spacing={1} sx={{ mt: 3 }}>
      <Typography variant="h3" id={heading}>
        {say("cases.deadlines")}
      </Typography>
      <Stack component="ul" spacing={0.5} sx={{ listStyle: "none", m: 0, p: 0 }}>
        {data.map((deadline) => (
          <Typography key={deadline.key} component="li">
            <DateText value={deadline.dueAt} /> · {deadline.title ?? deadline.why}
            {deadline.title && deadline.why ? (
              <Typography component="span" variant="body2" sx={{ display: "block", color: "text.secondary" }}>
                {deadline.why}
              </Typography>
            ) : null}
          </Typography>
        ))}
      </Stack>
    </Stack>
  );
}
