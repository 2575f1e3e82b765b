import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Link as RouterLink } from "react-router";
import type { NamedDifference, NamedLine } from "../../../../server/http/api-types.ts";
import { useSay } from "../../../app/i18n/use-say.ts";
import { DateText } from "../../../app/parts/date-text.tsx";

/** One record, or one of its decisions: what differs in a few words, then both answers side by side. */
export function Difference({ difference }: { readonly difference: NamedDifference }) {
  const say = useSay();
  const { type, id, displayName, at, action, change, before, after } = difference;
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: "divider" }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 1, alignItems: "baseline" }}>
        <Link component={RouterLink} to={`/${type}/${id}`} sx={{ overflowWrap: "anywhere" }}>
          {displayName}
        </Link>
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {action === null ? null : <>{say("comparison.action", { action })} · </>}
          {at === null ? null : (
            <>
              <DateText value={at} /> ·{" "}
            </>
          )}
          {say(`comparison.${change}`)}
        </Typography>
      </Box>
      <Box
        sx={{
          mt: 0.5,
          display: "grid",
          gridTemplateColumns: { xs: "minmax(0, 1fr)", sm: "repeat(2, minmax(0, 1fr))" },
          columnGap: 2,
          rowGap: 1,
        }}
      >
        <Answer title={say("comparison.before")} lines={before} nothing={nothingOf(difference)} />
        <Answer title={say("comparison.after")} lines={after} nothing={nothingOf(difference)} />
      </Box>
    </Box>
  );
}

const nothingOf = ({ action }: NamedDifference) => (action === null ? "comparison.nobody" : "comparison.lets");

interface AnswerProps {
  readonly title: string;
  readonly lines: readonly NamedLine[];
  readonly nothing: "comparison.nobody" | "comparison.lets";
}

function Answer({ title, lines, nothing }: AnswerProps) {
  const say = useSay();
  return (
    <Box sx={{ overflowWrap: "anywhere" }}>
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {title}
      </Typography>
      {lines.length === 0 ? say(nothing) : null}
      <Box
        component="ol"
        sx={{ m: 0, pl: lines.length > 1 ? 2.5 : 0, listStyle: lines.length > 1 ? "decimal" : "none" }}
      >
        {lines.map((line) => (
          <li key={`${line.record?.id} ${line.text}`}>
            <LineText line={line} />
          </li>
        ))}
      </Box>
    </Box>
  );
}

function LineText({ line: { name, text, record, why } }: { readonly line: NamedLine }) {
  if (!record) return text;
  return (
    <>
      <Link component={RouterLink} to={`/${record.type}/${record.id}`}>
        {name}
      </Link>
      {` – ${text}`}
      {why.length > 0 ? (
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {why.join(" ; ")}
        </Typography>
      ) : null}
    </>
  );
}
