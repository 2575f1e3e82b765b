import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { type ReactNode, useId } from "react";
import { useSearchParams } from "react-router";

/** One of several parts of a page, under a tab. */
export interface TabbedPart {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

interface Props {
  /** What the parts are parts of. */
  readonly label: string;
  /** The first is shown until another is chosen. */
  readonly parts: readonly TabbedPart[];
  /** They fill a sheet, and keep off its edge. */
  readonly inset?: boolean;
}

/** Parts of a page of which one is shown at a time. */
export function TabbedParts({ label, parts, inset = false }: Props) {
  const base = useId();
  const [chosen, choose] = useShownPart();
  const shown = parts.find(({ id }) => id === chosen) ?? parts[0];
  if (!shown) return null;
  return (
    <>
      <Tabs
        value={shown.id}
        onChange={(_, id: string) => choose(id === parts[0]?.id ? null : id)}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={label}
        sx={inset ? { px: 1, borderBottom: 1, borderColor: "divider" } : {}}
      >
        {parts.map(({ id, title }) => (
          <Tab key={id} value={id} label={title} id={`${base}-${id}`} aria-controls={`${base}-panel`} />
        ))}
      </Tabs>
      <Box
        key={shown.id}
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${shown.id}`}
        sx={inset ? { p: 2 } : { pt: 2 }}
      >
        {shown.content}
      </Box>
    </>
  );
}

/** Which part of the page is chosen. It stands in its address (`?tab=`), so that whoever comes back finds it again. */
export function useShownPart(): readonly [string | null, (id: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = (id: string | null) => {
    const next = new URLSearchParams(search);
    if (id === null) next.delete("tab");
    else next.set("tab", id);
    setSearch(next, { replace: true });
  };
  return [search.get("tab"), choose];
}
