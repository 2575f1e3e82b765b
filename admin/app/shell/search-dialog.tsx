import SearchIcon from "@mui/icons-material/SearchOutlined";
import Autocomplete, { type AutocompleteRenderGroupParams } from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useNavigate } from "react-router";
import { fold } from "../../../server/engine/schema/fold.ts";
import type { OfficeDescription, SearchHit, ServedType } from "../../../server/http/api-types.ts";
import { callApi } from "../api/api-client.ts";
import { type Say, useSay } from "../i18n/use-say.ts";
import { useOffice } from "../office/use-office.ts";
import { StageChip } from "../parts/stage-chip.tsx";
import { useDebounced } from "../parts/use-debounced.ts";
import { visuallyHidden } from "../parts/visually-hidden.ts";
import { Icon } from "./icon.tsx";
import { navigationOf } from "./navigation.ts";

interface Hit {
  readonly path: string;
  readonly title: string;
  readonly group: string;
  readonly icon: string;
  readonly type?: ServedType | undefined;
  readonly stage?: string | undefined;
}

/** One box over everything: people, cases, whatever has words, and the places of the menu. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const office = useOffice();
  const navigate = useNavigate();
  const titleId = useId();
  const [text, setText] = useState("");
  const asked = useDebounced(text.trim(), 150);
  const { data, isFetching } = useQuery({
    queryKey: ["search", asked],
    queryFn: async ({ signal }) =>
      (await callApi<readonly SearchHit[]>(`/api/search?q=${encodeURIComponent(asked)}`, { signal })).body,
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const hits = [
    ...placesFor(text, office, say),
    ...(asked.length > 1 ? byPlace(data ?? [], office).map((found) => hitOf(found, office)) : []),
  ];
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
        <Autocomplete<Hit, false, false, true>
          open={text.trim().length > 0}
          freeSolo
          autoHighlight
          clearOnEscape={false}
          options={hits}
          loading={isFetching}
          filterOptions={(options) => options}
          groupBy={(hit) => hit.group}
          getOptionKey={(hit) => (typeof hit === "string" ? hit : hit.path)}
          getOptionLabel={(hit) => (typeof hit === "string" ? hit : hit.title)}
          inputValue={text}
          onInputChange={(_, value, reason) => reason !== "reset" && setText(value)}
          onChange={(_, hit) => {
            if (hit === null || typeof hit === "string") return;
            onClose();
            void navigate(hit.path);
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
              <Box sx={{ flex: 1 }}>{hit.title}</Box>
              {hit.stage && hit.type ? <StageChip type={hit.type} stage={hit.stage} /> : null}
            </Box>
          )}
          renderInput={(params) => (
            <TextField
              {...params}
              autoFocus
              placeholder={say("shell.searchHint")}
              slotProps={{
                ...params.slotProps,
                htmlInput: { ...params.slotProps.htmlInput, "aria-label": say("shell.search") },
                input: {
                  ...params.slotProps.input,
                  startAdornment: (
                    <InputAdornment position="start">
                      <SearchIcon fontSize="small" />
                    </InputAdornment>
                  ),
                },
              }}
            />
          )}
        />
        {asked.length > 1 && !isFetching && hits.length === 0 ? (
          <Box role="status" sx={{ p: 3, textAlign: "center", color: "text.secondary" }}>
            {say("shell.nothingFound", { text: asked })}
          </Box>
        ) : null}
      </Box>
    </Dialog>
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

function hitOf(found: SearchHit, office: OfficeDescription): Hit {
  const type = office.types.find((candidate) => candidate.id === found.type);
  return {
    path: `/${found.type}/${found.id}`,
    title: found.displayName,
    group: type?.title ?? found.type,
    icon: type?.icon ?? "folder",
    type,
    stage: found.stage,
  };
}

/** Types in the order of the menu, those that have no place in it last. */
function byPlace(found: readonly SearchHit[], office: OfficeDescription): readonly SearchHit[] {
  const order = office.navigation.flatMap((group) => group.items.flatMap((item) => item.type ?? []));
  const place = ({ type }: SearchHit) => (order.includes(type) ? order.indexOf(type) : order.length);
  return [...found].sort((one, other) => place(one) - place(other) || one.type.localeCompare(other.type));
}

function placesFor(text: string, office: OfficeDescription, say: Say): readonly Hit[] {
  const wanted = fold(text.trim());
  if (wanted.length < 2) return [];
  return navigationOf(office, say)
    .flatMap((group) => group.items)
    .filter((item) => fold(item.title).includes(wanted))
    .map((item) => ({ path: item.path, title: item.title, icon: item.icon, group: say("shell.places") }));
}
