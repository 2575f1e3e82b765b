import SearchIcon from "@mui/icons-material/SearchOutlined";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useEffect, useRef, useState } from "react";
import { useListContext } from "react-admin";
import { useSay } from "../i18n/use-say.ts";

/** Full text over the list, a moment after one stops typing. */
export function ListSearch({ title }: { readonly title: string }) {
  const say = useSay();
  const { filterValues, setFilters } = useListContext();
  const inForce = typeof filterValues?.["q"] === "string" ? filterValues["q"] : "";
  const [text, setText] = useState(inForce);
  const asked = useRef(inForce);
  useEffect(() => {
    // What comes back of what was asked here is not put over what has been typed since.
    if (asked.current !== inForce) setText(inForce);
    asked.current = inForce;
  }, [inForce]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = wanted;
      const { q: _, ...others } = filterValues ?? {};
      setFilters(wanted ? { ...others, q: wanted } : others, undefined, false);
    }, 250);
    return () => clearTimeout(timer);
  }, [text, filterValues, setFilters]);
  return (
    <TextField
      type="search"
      value={text}
      onChange={(event) => setText(event.target.value)}
      placeholder={say("list.search")}
      sx={{ flex: { xs: "1 1 160px", sm: "none" }, width: { sm: 260 } }}
      slotProps={{
        htmlInput: { "aria-label": say("list.searchIn", { title }) },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
