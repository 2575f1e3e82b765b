import { PageHead, Typography, useApi } from "../../../../../admin/plugin-slots/kit.ts";

function FiguresPage() {
  const { data } = useApi<{ readonly title: string }>("reports", "/api/reports/loans-by-condition");
  return (
    <>
      <PageHead title="Figures" line="" />
      <Typography>{data?.title}</Typography>
    </>
  );
}

export const pages = { figures: FiguresPage };
