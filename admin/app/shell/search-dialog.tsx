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
import { failureText } from "../errors/failure-text.ts";
import { useSay } from "../i18n/use-say.ts";
import { StageChip } from "../parts/stage-chip.tsx";
import { visuallyHidden } from "../parts/visually-hidden.ts";
import { Icon } from "./icon.tsx";
import { type Hit, type Hits, useHits } from "./search-hits.ts";

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
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const found = useHits(text);
  const { hits, searching, settled } = found;
  const follow = (hit: Hit) => {
    onFollow();
    void navigate(hit.path);
  };
  const askFirst = useFirstHit({ hits, settled, follow });
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
        onChange={({ type }, hit) => {
          if (hit === null) return;
          // Enter may come before the hits of what was typed last: what is marked by then is another's.
          if (typeof hit === "string" || (type === "keydown" && !settled)) askFirst();
          else follow(hit);
        }}
        slotProps={{
          popper: { disablePortal: true },
          paper: { sx: { border: 0, boxShadow: "none" } },
          listbox: { sx: { maxHeight: { xs: "60vh", sm: 360 } } },
        }}
        renderGroup={({ key, ...group }) => <HitGroup key={key} {...group} />}
        renderOption={({ key, ...option }, hit) => (
          <Box component="li" key={key} {...option} sx={{ gap: 1.25 }}>
            <HitLine hit={hit} />
          </Box>
        )}
        renderInput={(params) => <SearchField params={params} />}
      />
      <NoHits found={found} />
    </>
  );
}

function HitLine({ hit: { icon, title, type, apart, stage } }: { readonly hit: Hit }) {
  return (
    <>
      <Icon name={icon} sx={{ color: "text.secondary" }} />
      <Box sx={{ flex: 1 }}>
        {title}
        {type && apart ? <ApartLine type={type} record={apart} /> : null}
      </Box>
      {stage && type ? <StageChip type={type} stage={stage} /> : null}
    </>
  );
}

/** Says that there is nothing, or that it could not be looked for. */
function NoHits({ found: { hits, asked, searching, error } }: { readonly found: Hits }) {
  const say = useSay();
  if (asked.length < 2 || searching || hits.length > 0) return null;
  return (
    <Box role="status" sx={{ p: 3, textAlign: "center", color: "text.secondary" }}>
      {error ? failureText(error, say) : say("shell.nothingFound", { text: asked })}
    </Box>
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
