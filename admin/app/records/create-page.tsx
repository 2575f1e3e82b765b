import Paper from "@mui/material/Paper";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useDataProvider, useNotify } from "react-admin";
import { Link, useNavigate } from "react-router";
import type { ApiRecord, ServedType } from "../../../server/http/api-types.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { SchemaForm } from "../../schema-ui/schema-form.tsx";
import { useSay } from "../i18n/use-say.ts";
import { PageHead } from "../parts/page-head.tsx";

/** `/{type}/create`: a new record, or a new case; `?source={…}` fills in what is known. */
export function CreatePage({ type }: { readonly type: ServedType }) {
  const say = useSay();
  const notify = useNotify();
  const navigate = useNavigate();
  const office = useDataProvider();
  const queries = useQueryClient();
  const title = type.create?.title ?? say("record.createTitle", { type: type.title });
  const form = type.create?.form ?? type.schema;
  const createdId = useRef<string | null>(null);
  const create = async (data: JsonObject) => {
    const { data: created } = await office.create<ApiRecord>(type.id, { data });
    await queries.invalidateQueries({ queryKey: [type.id] });
    createdId.current = created.id;
    notify(say("record.created"), { type: "success" });
  };
  return (
    <>
      <PageHead title={title} above={<Link to={`/${type.id}`}>{type.title}</Link>} />
      <Paper
        variant="outlined"
        sx={{ p: { xs: 2, md: 3 }, maxWidth: (form["x-groups"]?.length ?? 0) >= 4 ? 960 : 720 }}
      >
        <SchemaForm
          schema={form}
          writable={type.create?.form ? null : type.writable}
          onSubmit={create}
          onDone={() => void navigate(`/${type.id}/${createdId.current}`, { replace: true })}
          submitLabel={(type.kind === "workflow" && type.create?.title) || say("record.create")}
          onCancel={() => void navigate(`/${type.id}`)}
          guarded
        />
      </Paper>
    </>
  );
}
