import { localDay } from "../../engine/time/calendar.ts";
import type { ExportedFile, ReaderRecords } from "../../plugin-api/contributions/index.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { listRecords } from "../records/lists/list-records.ts";
import { type AskedParams, readReportParams } from "../reports/report-params.ts";
import { exporterForbidden, unknownExporter } from "./export-errors.ts";
import type { OfficeExporter, OfficeExporters } from "./office-exporter.ts";

interface FileRequest {
  readonly plugins: OfficeExporters;
  readonly id: string;
  /** `from`, `to` and the exporter's own, as the address carries them. */
  readonly params: AskedParams;
}

const usualLimit = 1000;

/** A file, and what the log of reads is to hold of it. */
export interface MadeFile {
  readonly file: ExportedFile;
  /** The records that were read for it. */
  readonly records: readonly { readonly type: string; readonly id: string }[];
}

/**
 * The file that a plugin makes of what the caller may read of a period.
 *
 * @throws DomainError `unknown-exporter`, `exporter-forbidden`, `wrong-report-params`, `plugin-unavailable`.
 */
export async function makeFile(office: Office, caller: Caller, request: FileRequest): Promise<MadeFile> {
  const exporter = request.plugins.exporters().find(({ id }) => id === request.id);
  if (!exporter) throw unknownExporter(request.id);
  if (!mayExport(caller, exporter)) throw exporterForbidden();
  const { name, timeZone } = office.registry.office();
  const today = localDay(office.clock.now(), timeZone);
  const params = readReportParams(request.params, { schema: exporter.params, validator: office.validator, today });
  const read: { readonly type: string; readonly id: string }[] = [];
  const records = readerRecords(office, caller, read);
  const file = await exporter.run(params, {
    language: caller.language,
    ...(caller.requestId && { requestId: caller.requestId }),
    office: { name: inLanguage(name, caller.language), timeZone },
    records,
  });
  return { file, records: read };
}

/** Whether one of the caller's roles is let near the exporter; administrators always are. */
export function mayExport({ principal }: Caller, { roles }: Pick<OfficeExporter, "roles">): boolean {
  return principal.roles.some((role) => role === "admin" || roles.includes(role));
}

function readerRecords(office: Office, caller: Caller, read: { type: string; id: string }[]): ReaderRecords {
  const list: ReaderRecords["list"] = async (type, { filter = {}, sort, limit = usualLimit, offset = 0 } = {}) => {
    const range = [offset, offset + limit - 1];
    const { rows } = await listRecords(office, caller, { type, filter, range, ...(sort ? { sort } : {}) });
    read.push(...rows.map((row) => ({ type, id: String(row["id"]) })));
    return rows;
  };
  return {
    list,
    async *each(type, filter = {}) {
      for (let offset = 0; ; offset += usualLimit) {
        const rows = await list(type, { filter, sort: ["id", "ASC"], offset });
        if (rows.length > 0) yield rows;
        if (rows.length < usualLimit) return;
      }
    },
  };
}
