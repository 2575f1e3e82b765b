import SearchIcon from "@mui/icons-material/SearchOutlined";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useEffect, useState } from "react";
import { useListContext } from "react-admin";
import { useSay } from "../i18n/use-say.ts";

/** Full text over the list, a moment after one stops typing. */
export function ListSearch({ title }: { readonly title: string }) {
  const say = useSay();
  const { filterValues, setFilters } = useListContext();
  const inForce = typeof filterValues?.["q"] === "string" ? filterValues["q"] : "";
  const [text, setText] = useState(inForce);
  useEffect(() => setText(inForce), [inForce]);
  useEffect(() => {
    if (text.trim() === inForce) return;
    const timer = setTimeout(() => {
      const { q: _, ...others } = filterValues ?? {};
      setFilters(text.trim() ? { ...others, q: text.trim() } : others, undefined, false);
    }, 250);
    return () => clearTimeout(timer);
  }, [text, inForce, filterValues, setFilters]);
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
