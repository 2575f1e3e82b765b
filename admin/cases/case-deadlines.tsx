import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { useApi } from "../app/api/use-api.ts";
import { Awaited } from "../app/errors/awaited.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { DateText } from "../app/parts/date-text.tsx";

interface Deadline {
  readonly key: string;
  /** Null for a delay that has no name of its own. */
  readonly title: string | null;
  readonly dueAt: string;
  /** What the date is reckoned from. */
  readonly why: string | null;
}

/** What will happen by itself, and when. */
export function CaseDeadlines({ workflow, id }: { readonly workflow: string; readonly id: string }) {
  const say = useSay();
  const heading = useId();
  const { data, error, refetch } = useApi<readonly Deadline[]>(workflow, `/api/${workflow}/${id}/timers`);
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
