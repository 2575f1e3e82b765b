import SearchIcon from "@mui/icons-material/SearchOutlined";
import Autocomplete, {
  type AutocompleteRenderGroupParams,
  type AutocompleteRenderInputParams,
} from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useEffect, useId, useState } from "react";
import { useNavigate } from "react-router";
import { ApartLine } from "../../schema-ui/apart-line.tsx";
import { useSay } from "../i18n/use-say.ts";
import { StageChip } from "../parts/stage-chip.tsx";
import { visuallyHidden } from "../parts/visually-hidden.ts";
import { Icon } from "./icon.tsx";
import { type Hit, useHits } from "./search-hits.ts";

/** One box over everything: people, cases, whatever has words, and the places of the menu. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const titleId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby={titleId}
      sx={{
        "& .MuiDialog-container": { alignItems: "flex-start" },
        "& .MuiDialog-paper": { m: { xs: 1, sm: 4 }, width: "100%" },
      }}
    >
      <Box component="h2" id={titleId} sx={visuallyHidden}>
        {say("shell.search")}
      </Box>
      <Box sx={{ p: 1.5, minHeight: { xs: "70vh", sm: 420 } }}>
        <SearchBox onFollow={onClose} />
      </Box>
    </Dialog>
  );
}

function SearchBox({ onFollow }: { readonly onFollow: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const { hits, asked, searching } = useHits(text);
  const follow = (hit: Hit) => {
    onFollow();
    void navigate(hit.path);
  };
  const askFirst = useFirstHit({ hits, settled: !searching && asked === text.trim(), follow });
  return (
    <>
      <Autocomplete<Hit, false, false, true>
        open={text.trim().length > 0}
        freeSolo
        autoHighlight
        clearOnEscape={false}
        options={[...hits]}
        loading={searching}
        filterOptions={(options) => options}
        groupBy={(hit) => hit.group}
        getOptionKey={(hit) => (typeof hit === "string" ? hit : hit.path)}
        getOptionLabel={(hit) => (typeof hit === "string" ? hit : hit.title)}
        inputValue={text}
        onInputChange={(_, value, reason) => reason !== "reset" && setText(value)}
        onChange={(_, hit) => {
          if (typeof hit === "string") askFirst();
          else if (hit !== null) follow(hit);
        }}
        slotProps={{
          popper: { disablePortal: true },
          paper: { sx: { border: 0, boxShadow: "none" } },
          listbox: { sx: { maxHeight: { xs: "60vh", sm: 360 } } },
        }}
        renderGroup={({ key, ...group }) => <HitGroup key={key} {...group} />}
        renderOption={({ key, ...option }, hit) => (
          <Box component="li" key={key} {...option} sx={{ gap: 1.25 }}>
            <Icon name={hit.icon} sx={{ color: "text.secondary" }} />
            <Box sx={{ flex: 1 }}>
              {hit.title}
              {hit.type && hit.apart ? <ApartLine type={hit.type} record={hit.apart} /> : null}
            </Box>
            {hit.stage && hit.type ? <StageChip type={hit.type} stage={hit.stage} /> : null}
          </Box>
        )}
        renderInput={(params) => <SearchField params={params} />}
      />
      {asked.length > 1 && !searching && hits.length === 0 ? (
        <Box role="status" sx={{ p: 3, textAlign: "center", color: "text.secondary" }}>
          {say("shell.nothingFound", { text: asked })}
        </Box>
      ) : null}
    </>
  );
}

interface FirstHit {
  readonly hits: readonly Hit[];
  /** The hits are those of what is typed now. */
  readonly settled: boolean;
  readonly follow: (hit: Hit) => void;
}

/** Enter follows what stands first, once it is known; typing on takes it back. */
function useFirstHit({ hits, settled, follow }: FirstHit): () => void {
  const [isAsked, setAsked] = useState(false);
  const [first] = hits;
  useEffect(() => {
    if (!isAsked || !settled) return;
    setAsked(false);
    if (first) follow(first);
  }, [isAsked, settled, first, follow]);
  return () => setAsked(true);
}

function SearchField({ params }: { readonly params: AutocompleteRenderInputParams }) {
  const say = useSay();
  const magnifier = (
    <InputAdornment position="start">
      <SearchIcon fontSize="small" />
    </InputAdornment>
  );
  return (
    <TextField
      {...params}
      autoFocus
      placeholder={say("shell.searchHint")}
      slotProps={{
        ...params.slotProps,
        htmlInput: { ...params.slotProps.htmlInput, "aria-label": say("shell.search") },
        input: { ...params.slotProps.input, startAdornment: magnifier },
      }}
    />
  );
}

/** Hits of one kind under their heading, as the pattern of list boxes has them. */
function HitGroup({ group, children }: Omit<AutocompleteRenderGroupParams, "key">) {
  return (
    <Box role="group" aria-label={group} sx={{ pt: 1 }}>
      <Box aria-hidden sx={{ px: 2, pb: 0.25, fontSize: "0.857rem", fontWeight: 600, color: "text.secondary" }}>
        {group}
      </Box>
      <Box component="ul" role="none" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {children}
      </Box>
    </Box>
  );
}
