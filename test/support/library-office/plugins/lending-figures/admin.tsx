import {
  PageHead,
  Section,
  sentencesOf,
  Typography,
  useApi,
  useLanguage,
} from "../../../../../admin/plugin-slots/kit.ts";

interface Figures {
  readonly title: string;
  readonly columns: readonly { readonly key: "condition" | "loans"; readonly title: string }[];
  readonly rows: readonly { readonly condition: string; readonly loans: number }[];
}

const titles = { fr: "Chiffres du prêt", en: "Lending figures" };

/** What the library lends, as its report counts it. */
function FiguresPage() {
  const title = titles[useLanguage()];
  const { data, error } = useApi<Figures>("loans", "/api/reports/loans-by-condition");
  return (
    <>
      <PageHead title={title} line={sentencesOf(error)[0] ?? data?.title} />
      <Section title={data?.columns[0]?.title ?? "…"}>
        <Typography component="table">
          <tbody>
            {data?.rows.map(({ condition, loans }) => (
              <tr key={condition}>
                <td>{condition}</td>
                <td>{loans}</td>
              </tr>
            ))}
          </tbody>
        </Typography>
      </Section>
    </>
  );
}

export const pages = { figures: FiguresPage };
