import Box from "@mui/material/Box";
import MuiLink from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { DescribedRule, RetentionOverview } from "../../../server/http/api-types.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { Section } from "../../app/parts/section.tsx";
import { drillPath } from "../reports/drill-down.ts";

/** Each rule in words, with how many records fall under it today and the way to where it is changed. */
export function RetentionRules({ overview }: { readonly overview: RetentionOverview }) {
  const say = useSay();
  const { rules, deleted, reads } = overview;
  return (
    <Section flush title={say("settings.retentionRules")}>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {rules.map((rule) => (
          <Rule
            key={`${rule.type} ${rule.sentence}`}
            title={rule.title}
            sentence={rule.sentence}
            due={<Due due={rule.due} drill={rule.drill} />}
            edit={
              <MuiLink
                component={Link}
                to={`/studio/${rule.type}`}
                aria-label={say("settings.retentionEditNamed", { title: rule.title })}
              >
                {say("settings.retentionEdit")}
              </MuiLink>
            }
          />
        ))}
        <Rule title={say("settings.retentionDeleted")} sentence={deleted.sentence} due={<Due due={deleted.due} />} />
        <Rule
          title={say("settings.audit")}
          sentence={reads.sentence}
          due={
            reads.due === 0 ? say("settings.retentionNone") : say("settings.retentionReads", { smart_count: reads.due })
          }
        />
      </Box>
    </Section>
  );
}

interface RuleProps {
  readonly title: string;
  readonly sentence: string;
  readonly due: ReactNode;
  readonly edit?: ReactNode;
}

function Rule({ title, sentence, due, edit }: RuleProps) {
  return (
    <Box
      component="li"
      sx={{
        display: "flex",
        flexWrap: "wrap",
        gap: 2,
        rowGap: 0.5,
        alignItems: "baseline",
        px: 2,
        py: 1.25,
        borderTop: 1,
        borderColor: "divider",
      }}
    >
      <Box sx={{ flex: { xs: "1 1 100%", sm: "1 1 320px" }, minWidth: 0 }}>
        <Typography variant="h3" component="h3">
          {title}
        </Typography>
        <Typography sx={{ color: "text.secondary" }}>{sentence}</Typography>
      </Box>
      <Box sx={{ fontVariantNumeric: "tabular-nums" }}>{due}</Box>
      {edit}
    </Box>
  );
}

/** How many records are due, and the way to the list of them. */
function Due({ due, drill = null }: Pick<DescribedRule, "due"> & Partial<Pick<DescribedRule, "drill">>) {
  const say = useSay();
  if (due === 0) return <>{say("settings.retentionNone")}</>;
  const text = say("settings.retentionDue", { smart_count: due });
  const path = drillPath({ drill }, "");
  if (path === null) return <>{text}</>;
  return (
    <MuiLink component={Link} to={path}>
      {text}
    </MuiLink>
  );
}
