import Box from "@mui/material/Box";
import Skeleton from "@mui/material/Skeleton";
import { useSay } from "../i18n/use-say.ts";

/** The shape of a page while it loads. */
export function PageSkeleton() {
  return (
    <Waiting>
      <Skeleton variant="text" width={240} height={38} />
      <Skeleton variant="text" width={160} height={22} sx={{ mb: 2 }} />
      <RowsOnly rows={10} />
    </Waiting>
  );
}

/** The shape of a table while it loads: as many rows of the final height. */
export function RowsSkeleton({ rows = 12 }: { readonly rows?: number }) {
  return (
    <Waiting>
      <RowsOnly rows={rows} />
    </Waiting>
  );
}

/** The shape of one part of a page while it loads: a few lines. */
export function BlockSkeleton({ lines = 4 }: { readonly lines?: number }) {
  return (
    <Waiting>
      {counted(lines).map((place) => (
        <Skeleton key={place} variant="text" height={24} width={`${60 + ((place * 23) % 38)}%`} />
      ))}
    </Waiting>
  );
}

/** The shape of a form or of a record's facts while they load. */
export function FieldsSkeleton({ fields = 6 }: { readonly fields?: number }) {
  return (
    <Waiting>
      {counted(fields).map((place) => (
        <Box key={place} sx={{ mb: 2 }}>
          <Skeleton variant="text" width={120} height={18} />
          <Skeleton variant="rounded" height={38} />
        </Box>
      ))}
    </Waiting>
  );
}

/** The place of a name in a line until it is known. */
export function NameSkeleton({ width = "9em" }: { readonly width?: string }) {
  return (
    <Skeleton
      component="span"
      variant="text"
      aria-hidden
      sx={{ display: "inline-block", width, maxWidth: "100%", verticalAlign: "bottom" }}
    />
  );
}

function RowsOnly({ rows }: { readonly rows: number }) {
  return counted(rows).map((place) => (
    <Box
      key={place}
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 3,
        height: 40,
        px: 1.5,
        borderBottom: 1,
        borderColor: "divider",
      }}
    >
      <Skeleton variant="text" sx={{ flex: 2 }} />
      <Skeleton variant="text" sx={{ flex: 1 }} />
      <Skeleton variant="rounded" width={84} height={20} />
      <Skeleton variant="text" sx={{ flex: 1 }} />
    </Box>
  ));
}

function Waiting({ children }: { readonly children: React.ReactNode }) {
  const say = useSay();
  return (
    <div role="status" aria-busy="true" aria-label={say("shell.loading")}>
      {children}
    </div>
  );
}

function counted(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
