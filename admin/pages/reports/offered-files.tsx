import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Card from "@mui/material/Card";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import type { ListedExporter } from "../../../server/http/api-types.ts";
import { useApi } from "../../app/api/use-api.ts";
import { useDownload } from "../../app/errors/use-download.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { yearToDate } from "./period.ts";
import { PeriodPicker } from "./period-picker.tsx";

/** The files that the reader may take away, for one period; nothing where there is none. */
export function OfferedFiles() {
  const say = useSay();
  const { busy, take } = useDownload();
  const { today } = useOffice();
  const [period, setPeriod] = useState(() => yearToDate(today));
  const { data = [] } = useApi<readonly ListedExporter[]>("exports", "/api/exports");
  const files = data.filter(({ offeredIn }) => offeredIn === "reports");
  if (files.length === 0) return null;
  const pathOf = (id: string) => `/api/exports/${encodeURIComponent(id)}?${new URLSearchParams({ ...period })}`;
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {say("pages.files")}
      </Typography>
      <PeriodPicker period={period} today={today} onChange={setPeriod} />
      <Box component="ul" sx={{ listStyle: "none", p: 0, mt: 2, display: "grid", gap: 1 }}>
        {files.map(({ id, title, description }) => (
          <Card key={id} component="li" sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "center", p: 2 }}>
            <Box sx={{ flex: "1 1 280px" }}>
              <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
              <Typography variant="body2" sx={{ color: "text.secondary" }}>
                {description}
              </Typography>
            </Box>
            <Button
              variant="outlined"
              loading={busy === pathOf(id)}
              onClick={() => take(pathOf(id))}
              aria-label={say("pages.downloadFile", { title })}
            >
              {say("pages.download")}
            </Button>
          </Card>
        ))}
      </Box>
    </Box>
  );
}
