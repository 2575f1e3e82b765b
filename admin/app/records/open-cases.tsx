import Box from "@mui/material/Box";
import MuiLink from "@mui/material/Link";
import { Link } from "react-router";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";
import { Section } from "../parts/section.tsx";
import { StageChip } from "../parts/stage-chip.tsx";
import { useLinks } from "./use-links.ts";

interface Props {
  readonly type: string;
  readonly id: string;
}

/** Cases beyond these are found in the links. */
const shown = 6;

/** Where the open cases about a record stand, each one step away; nothing where there is none. */
export function OpenCases({ type, id }: Props) {
  const say = useSay();
  const { types } = useOffice();
  const { data = [] } = useLinks(type, id);
  const open = data.flatMap((link) => {
    const workflow = types.find((each) => each.id === link.type);
    const isOpen = link.direction === "from" && link.status === "active" && link.stage !== undefined;
    return workflow && isOpen ? [{ id: link.id, workflow, stage: link.stage ?? "" }] : [];
  });
  if (open.length === 0) return null;
  return (
    <Section title={say("record.openCases")}>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1 }}>
        {open.slice(0, shown).map((each) => (
          <Box component="li" key={each.id} sx={{ display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
            <Box component="span" id={`${each.id}-title`} sx={{ flex: 1 }}>
              {each.workflow.title}
            </Box>
            <MuiLink
              component={Link}
              to={`/${each.workflow.id}/${each.id}`}
              aria-describedby={`${each.id}-title`}
              underline="none"
            >
              <StageChip type={each.workflow} stage={each.stage} />
            </MuiLink>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
