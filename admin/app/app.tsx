import { CacheProvider } from "@emotion/react";
import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider } from "@mui/material/styles";
import { notifyManager, QueryClient } from "@tanstack/react-query";
import { type ComponentType, type ReactNode, useState } from "react";
import { CoreAdminContext, localStorageStore } from "react-admin";
import { Route, Routes, useSearchParams } from "react-router";
import { statusOf } from "./api/api-problem.ts";
import { makeAuthProvider } from "./api/auth-provider.ts";
import { makeDataProvider } from "./api/data-provider.ts";
import { makeI18nProvider } from "./i18n/i18n-provider.ts";
import { OfficeGate } from "./office/office-gate.tsx";
import { OfficeRoutes } from "./office-routes.tsx";
import { onDemand } from "./parts/on-demand.tsx";
import { Shell } from "./shell/shell.tsx";
import { ShellSkeleton } from "./shell/shell-skeleton.tsx";
import { SignInPage } from "./sign-in/sign-in-page.tsx";
import { makeStyleCache } from "./theme/style-cache.ts";
import { theme } from "./theme/theme.ts";

const ForgottenPage = page(() => import("./sign-in/forgotten-page.tsx").then((module) => module.ForgottenPage));
const StopMailPage = page(() => import("./sign-in/stop-mail-page.tsx").then((module) => module.StopMailPage));
const LinkPage = page(() => import("./sign-in/link-page.tsx").then((module) => module.LinkPage));

// A second key press comes after the button that it would press again is off, not before.
notifyManager.setScheduler(queueMicrotask);

/** The back office: what anyone may open, and behind the gate the office itself. Lives inside a router. */
export function App() {
  return (
    <Providers>
      <Routes>
        <Route path="/login" element={<SignInPlace />} />
        <Route path="/mot-de-passe-oublie" element={<ForgottenPage />} />
        <Route path="/ne-plus-recevoir" element={<StopMailPage />} />
        <Route
          path="*"
          element={
            <OfficeGate>
              <Shell>
                <OfficeRoutes />
              </Shell>
            </OfficeGate>
          }
        />
      </Routes>
    </Providers>
  );
}

/** `/login`: the sign-in, or what a one-time link leads to (`/login?link=…`). */
function SignInPlace() {
  const [search] = useSearchParams();
  const link = search.get("link");
  return link ? <LinkPage token={link} /> : <SignInPage />;
}

function page<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return onDemand(load, <ShellSkeleton />);
}

function Providers({ children }: { readonly children: ReactNode }) {
  const [parts] = useState(() => {
    const queries = new QueryClient({
      defaultOptions: {
        queries: { staleTime: 10_000, retry: (count, error) => (statusOf(error) ?? 500) >= 500 && count < 2 },
      },
    });
    return {
      queries,
      authProvider: makeAuthProvider(queries),
      dataProvider: makeDataProvider(),
      i18nProvider: makeI18nProvider(),
      styles: makeStyleCache(),
      store: localStorageStore("1", "passerelle"),
    };
  });
  return (
    <CacheProvider value={parts.styles}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="passerelle.theme" noSsr>
        <CssBaseline />
        <CoreAdminContext
          authProvider={parts.authProvider}
          dataProvider={parts.dataProvider}
          i18nProvider={parts.i18nProvider}
          store={parts.store}
          queryClient={parts.queries}
        >
          {children}
        </CoreAdminContext>
      </ThemeProvider>
    </CacheProvider>
  );
}
