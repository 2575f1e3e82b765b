import type { ComponentType } from "react";
import { Route, Routes, useParams, useSearchParams } from "react-router";
import type { ServedType } from "../../server/http/api-types.ts";
import { MissingPage } from "./errors/failure-page.tsx";
import { RecordList } from "./lists/record-list.tsx";
import { useOffice, useType } from "./office/use-office.ts";
import { onDemand } from "./parts/on-demand.tsx";
import { PageSkeleton } from "./parts/skeletons.tsx";

const MyDayPage = page(() => import("../pages/my-day.tsx").then((module) => module.MyDayPage));
const BoardPage = page(() => import("../cases/board-page.tsx").then((module) => module.BoardPage));
const CasePage = page(() => import("../cases/case-page.tsx").then((module) => module.CasePage));
const RecordPage = page(() => import("./records/record-page.tsx").then((module) => module.RecordPage));
const CreatePage = page(() => import("./records/create-page.tsx").then((module) => module.CreatePage));
const ReportsPage = page(() => import("../pages/reports/reports-page.tsx").then((module) => module.ReportsPage));
const ReportPage = page(() => import("../pages/reports/report-page.tsx").then((module) => module.ReportPage));
const StudioPage = page(() => import("../studio/studio-page.tsx").then((module) => module.StudioPage));
const StudioWorkflowPage = page(() =>
  import("../studio/studio-workflow-page.tsx").then((module) => module.StudioWorkflowPage),
);
const SettingsPages = page(() => import("../pages/settings/settings-pages.tsx").then((module) => module.SettingsPages));
const PluginPage = page(() => import("../plugin-slots/plugin-page.tsx").then((module) => module.PluginPage));

/** Every page of the office at its plain path; the code of each is loaded when it is first opened. */
export function OfficeRoutes() {
  const { pages } = useOffice();
  return (
    <Routes>
      <Route path="/" element={<MyDayPage />} />
      <Route path="/board/:workflow" element={<BoardPage />} />
      <Route path="/reports" element={<ReportsPage />} />
      <Route path="/reports/:id" element={<ReportPage />} />
      <Route path="/studio" element={<StudioPage />} />
      <Route path="/studio/:workflow" element={<StudioWorkflowPage />} />
      <Route path="/settings/*" element={<SettingsPages />} />
      {pages.map((contributed) => (
        <Route
          key={`${contributed.plugin}/${contributed.id}`}
          path={contributed.path}
          element={<PluginPage page={contributed} />}
        />
      ))}
      <Route path="/:type" element={<OfType page={(type) => <RecordList type={type} />} />} />
      <Route
        path="/:type/create"
        element={
          <OfType page={(type) => (type.may.create ? <CreatePage key={type.id} type={type} /> : <MissingPage />)} />
        }
      />
      <Route path="/:type/:id" element={<OfType page={(type, id) => <OneRecord type={type} id={id} />} />} />
      <Route path="*" element={<MissingPage />} />
    </Routes>
  );
}

function OneRecord({ type, id }: { readonly type: ServedType; readonly id: string }) {
  const [search] = useSearchParams();
  // What it is now and what it was are two pages: nothing that can be done with one is shown beside the other.
  const key = `${id} ${search.get("at") ?? ""}`;
  return type.kind === "workflow" ? (
    <CasePage key={key} typeId={type.id} />
  ) : (
    <RecordPage key={key} type={type} id={id} />
  );
}

/** A page about the type that the path names; nothing when this reader has no such type. */
function OfType({ page }: { readonly page: (type: ServedType, id: string) => React.ReactNode }) {
  const { type: typeId, id = "" } = useParams();
  const type = useType(typeId);
  return type ? page(type, id) : <MissingPage />;
}

function page<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return onDemand(load, <PageSkeleton />);
}
