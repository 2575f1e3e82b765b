import { useCallback } from "react";
import { useParams } from "react-router";
import type { DescribedPage } from "../../server/http/api-types.ts";
import { PageSkeleton } from "../app/parts/skeletons.tsx";
import { Contributed } from "./contributed.tsx";
import type { PluginModule } from "./plugin-module.ts";

/** A page that a plugin brings, at the path that it declares. */
export function PluginPage({ page }: { readonly page: DescribedPage }) {
  const params = useParams();
  const choose = useCallback((module: PluginModule) => module.pages?.[page.id], [page.id]);
  return <Contributed plugin={page.plugin} waiting={<PageSkeleton />} choose={choose} props={{ params }} />;
}
