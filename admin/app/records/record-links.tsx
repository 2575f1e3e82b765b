import LinkIcon from "@mui/icons-material/LinkOutlined";
import Box from "@mui/material/Box";
import MuiLink from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { Link } from "react-router";
import { FailurePage } from "../errors/failure-page.tsx";
import { useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";
import { EmptyState } from "../parts/empty-state.tsx";
import { BlockSkeleton } from "../parts/skeletons.tsx";
import { StageChip } from "../parts/stage-chip.tsx";
import { Icon } from "../shell/icon.tsx";
import { useLinks } from "./use-links.ts";

/** What a record is tied to, by type. */
export function RecordLinks({ type, id }: { readonly type: string; readonly id: string }) {
  const say = useSay();
  const office = useOffice();
  const { data, error, refetch } = useLinks(type, id);
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <BlockSkeleton />;
  const groups = office.types
    .filter(({ tab }) => !tab)
    .map((linked) => ({ linked, links: data.filter((link) => link.type === linked.id) }))
    .filter(({ links }) => links.length > 0);
  if (groups.length === 0) return <EmptyState icon={<LinkIcon />} title={say("record.noLinks")} />;
  return (
    <Box sx={{ display: "grid", gap: 2 }}>
      {groups.map(({ linked, links }) => (
        <section key={linked.id} aria-label={linked.title}>
          <Typography variant="h3" sx={{ display: "flex", alignItems: "center", gap: 1, mb: 0.5 }}>
            <Icon name={linked.icon} sx={{ color: "text.secondary" }} />
            {linked.title}
            <Box component="span" sx={{ color: "text.secondary", fontWeight: 400 }}>
              {links.length}
            </Box>
          </Typography>
          <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
            {links.map((link) => (
              <Box
                component="li"
                key={link.id}
                sx={{
                  display: "flex",
                  gap: 1,
                  alignItems: "center",
                  minHeight: 36,
                  borderBottom: 1,
                  borderColor: "divider",
                }}
              >
                <MuiLink component={Link} to={`/${link.type}/${link.id}`} sx={{ flex: 1 }}>
                  {link.displayName || link.label || linked.title}
                </MuiLink>
                {link.stage ? <StageChip type={linked} stage={link.stage} /> : null}
              </Box>
            ))}
          </Box>
        </section>
      ))}
    </Box>
  );
}
