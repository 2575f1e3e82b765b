import Box from "@mui/material/Box";
import { lazy, Suspense } from "react";
import { Link, Navigate, Route, Routes, useLocation } from "react-router";
import { MissingPage } from "../../app/errors/failure-page.tsx";
import { type MessageKey, useSay } from "../../app/i18n/use-say.ts";
import { useHasRole } from "../../app/office/use-office.ts";
import { PageSkeleton } from "../../app/parts/skeletons.tsx";
import { IncidentsBadge } from "../../app/shell/incidents-badge.tsx";

const AccountPage = lazy(() => import("./account-page.tsx").then((module) => ({ default: module.AccountPage })));
const UsersPage = lazy(() => import("./users-page.tsx").then((module) => ({ default: module.UsersPage })));
const RecordTypesPage = lazy(() =>
  import("./record-types-page.tsx").then((module) => ({ default: module.RecordTypesPage })),
);
const RecordTypePage = lazy(() =>
  import("./record-type-page.tsx").then((module) => ({ default: module.RecordTypePage })),
);
const PluginsPage = lazy(() => import("./plugins-page.tsx").then((module) => ({ default: module.PluginsPage })));
const ComparisonPage = lazy(() =>
  import("./comparison/comparison-page.tsx").then((module) => ({ default: module.ComparisonPage })),
);
const AuditPage = lazy(() => import("./audit-page.tsx").then((module) => ({ default: module.AuditPage })));
const ImportsPage = lazy(() => import("./imports-page.tsx").then((module) => ({ default: module.ImportsPage })));
const IncidentsPage = lazy(() => import("./incidents-page.tsx").then((module) => ({ default: module.IncidentsPage })));
const RetentionPage = lazy(() => import("./retention-page.tsx").then((module) => ({ default: module.RetentionPage })));
const TokensPage = lazy(() => import("./tokens-page.tsx").then((module) => ({ default: module.TokensPage })));

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
        <Suspense fallback={<PageSkeleton />}>
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
        </Suspense>
      </Box>
    </Box>
  );
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
