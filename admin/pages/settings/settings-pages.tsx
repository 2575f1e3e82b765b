import Box from "@mui/material/Box";
import type { ComponentType } from "react";
import { Link, Navigate, Route, Routes, useLocation } from "react-router";
import { MissingPage } from "../../app/errors/failure-page.tsx";
import { type MessageKey, useSay } from "../../app/i18n/use-say.ts";
import { useHasRole } from "../../app/office/use-office.ts";
import { onDemand } from "../../app/parts/on-demand.tsx";
import { PageSkeleton } from "../../app/parts/skeletons.tsx";
import { IncidentsBadge } from "../../app/shell/incidents-badge.tsx";

const AccountPage = page(() => import("./account-page.tsx").then((module) => module.AccountPage));
const UsersPage = page(() => import("./users-page.tsx").then((module) => module.UsersPage));
const RecordTypesPage = page(() => import("./record-types-page.tsx").then((module) => module.RecordTypesPage));
const RecordTypePage = page(() => import("./record-type-page.tsx").then((module) => module.RecordTypePage));
const PluginsPage = page(() => import("./plugins-page.tsx").then((module) => module.PluginsPage));
const ComparisonPage = page(() => import("./comparison/comparison-page.tsx").then((module) => module.ComparisonPage));
const AuditPage = page(() => import("./audit-page.tsx").then((module) => module.AuditPage));
const ImportsPage = page(() => import("./imports-page.tsx").then((module) => module.ImportsPage));
const IncidentsPage = page(() => import("./incidents-page.tsx").then((module) => module.IncidentsPage));
const RetentionPage = page(() => import("./retention-page.tsx").then((module) => module.RetentionPage));
const TokensPage = page(() => import("./tokens-page.tsx").then((module) => module.TokensPage));

interface Place {
  readonly path: string;
  readonly title: MessageKey;
}

const administratorsPlaces: readonly Place[] = [
  { path: "users", title: "settings.users" },
  { path: "record-types", title: "settings.recordTypes" },
  { path: "plugins", title: "settings.plugins" },
  { path: "audit", title: "settings.audit" },
  { path: "retention", title: "settings.retention" },
  { path: "imports", title: "settings.imports" },
  { path: "incidents", title: "settings.incidents" },
  { path: "tokens", title: "settings.tokens" },
];

const everyonesPlaces: readonly Place[] = [{ path: "account", title: "settings.account" }];

/** `/settings/…`: everyone's own account, and for administrators the office itself. */
export function SettingsPages() {
  const admin = useHasRole("admin");
  const places = admin ? [...administratorsPlaces, ...everyonesPlaces] : everyonesPlaces;
  return (
    <Box
      sx={{
        display: "grid",
        gap: { xs: 2, md: 4 },
        gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "196px minmax(0, 1fr)" },
      }}
    >
      <SettingsMenu places={places} />
      <Box sx={{ minWidth: 0, maxWidth: 1080 }}>
        <Routes>
          <Route index element={<Navigate to={admin ? "users" : "account"} replace />} />
          <Route path="account" element={<AccountPage />} />
          {admin ? (
            <>
              <Route path="users" element={<UsersPage />} />
              <Route path="record-types" element={<RecordTypesPage />} />
              <Route path="record-types/:id" element={<RecordTypePage />} />
              <Route path="plugins" element={<PluginsPage />} />
              <Route path="plugins/:id/compare" element={<ComparisonPage />} />
              <Route path="audit" element={<AuditPage />} />
              <Route path="retention" element={<RetentionPage />} />
              <Route path="imports" element={<ImportsPage />} />
              <Route path="incidents" element={<IncidentsPage />} />
              <Route path="tokens" element={<TokensPage />} />
            </>
          ) : null}
          <Route path="*" element={<MissingPage />} />
        </Routes>
      </Box>
    </Box>
  );
}

function page(load: () => Promise<ComponentType>) {
  return onDemand(load, <PageSkeleton />);
}

function SettingsMenu({ places }: { readonly places: readonly Place[] }) {
  const say = useSay();
  const { pathname } = useLocation();
  return (
    <Box
      component="nav"
      aria-label={say("settings.title")}
      sx={{
        display: "flex",
        flexDirection: { xs: "row", md: "column" },
        gap: 0.5,
        overflowX: "auto",
        pb: { xs: 1, md: 0 },
      }}
    >
      {places.map(({ path, title }) => {
        const current = pathname.startsWith(`/settings/${path}`);
        return (
          <Box
            key={path}
            component={Link}
            to={`/settings/${path}`}
            aria-current={current ? "page" : undefined}
            sx={{
              flex: "none",
              px: 1.5,
              py: { xs: 1.25, md: 0.75 },
              borderRadius: 1,
              display: "flex",
              gap: 1,
              whiteSpace: "nowrap",
              textDecoration: "none",
              color: current ? "primary.main" : "text.primary",
              fontWeight: current ? 600 : 450,
              backgroundColor: current ? "primary.light" : "transparent",
              "&:hover": { backgroundColor: current ? "primary.light" : "ground.quiet" },
            }}
          >
            {say(title)}
            {path === "incidents" ? <IncidentsBadge /> : null}
          </Box>
        );
      })}
    </Box>
  );
}
