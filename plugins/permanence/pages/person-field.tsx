import { type Ref, useEffect, useState } from "react";
import {
  Autocomplete,
  Box,
  bestFirst,
  formatDay,
  nearText,
  TextField,
  Typography,
  useApi,
  useDateSetting,
} from "../../../admin/plugin-slots/kit.ts";
import { types } from "../type-names.ts";
import { useSentences } from "./screen-sentences.ts";

/** Who comes: someone of the records, a name as it was given, or nobody named. */
export interface Visitor {
  readonly seekerId?: string;
  readonly visitorName?: string;
}

interface Found {
  readonly id: string;
  readonly displayName: string;
  readonly lastName?: string;
  readonly birthDate?: string;
  readonly phone?: string;
}

interface Props {
  readonly label: string;
  readonly name: string;
  readonly person: Found | null;
  readonly onChange: (name: string, person: Found | null) => void;
  readonly field?: Ref<HTMLInputElement> | undefined;
}

const pause = 150;
const shown = 8;

/** One field for all three: what is typed finds those who are known; what is not chosen stays a name. */
export function PersonField({ label, name, person, onChange, field }: Props) {
  const say = useSentences();
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(name.trim()), pause);
    return () => clearTimeout(timer);
  }, [name]);
  const isSought = asked.length > 1 && person === null;
  const exact = useFound(isSought ? asked : null);
  const near = useFound(exact?.length === 0 ? nearText(asked) : null) ?? [];
  const found = exact?.length === 0 ? near : (exact ?? []);
  return (
    <Autocomplete<Found, false, false, true>
      freeSolo
      options={isSought ? byName(found, asked) : []}
      filterOptions={(all) => all}
      groupBy={() => (found === near ? say.near : say.known)}
      getOptionLabel={(option) => (typeof option === "string" ? option : option.displayName)}
      getOptionKey={(option) => (typeof option === "string" ? option : option.id)}
      isOptionEqualToValue={(one, other) => typeof other !== "string" && one.id === other.id}
      value={person}
      inputValue={name}
      onInputChange={(_, typed, reason) => {
        if (reason !== "reset") onChange(typed, null);
      }}
      onChange={(_, chosen) => {
        if (chosen !== null && typeof chosen === "object") onChange(chosen.displayName, chosen);
      }}
      renderOption={({ key, ...option }, found) => (
        <Box component="li" key={key} {...option}>
          <WhoIsWho found={found} />
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={label} inputRef={field} helperText={say.whoHelp} />}
    />
  );
}

/** Those whom the words find; undefined until it is known, and while nobody is asked for. */
function useFound(words: string | null): readonly Found[] | undefined {
  const query = new URLSearchParams({ filter: JSON.stringify({ q: words ?? "" }), range: `[0,${shown - 1}]` });
  const path = `/api/${types.people}?${query}`;
  const { data } = useApi<readonly Found[]>(types.people, path, { enabled: words !== null });
  return words === null ? undefined : data;
}

/** Those whose name begins as typed, that of their birth too, before those who were found by something else. */
function byName(found: readonly Found[], typed: string): Found[] {
  const named = found.map((one) => ({ one, name: `${one.displayName} ${one.lastName ?? ""}` }));
  return bestFirst(named, typed).map(({ one }) => one);
}

/** Two people may bear one name, and someone may be found by the name of their birth. */
function WhoIsWho({ found }: { readonly found: Found }) {
  const say = useSentences();
  const setting = useDateSetting();
  const { displayName, lastName, birthDate, phone } = found;
  const facts = [
    lastName && !displayName.includes(lastName) ? say.birthName(lastName) : null,
    birthDate ? say.born(formatDay(birthDate, setting)) : null,
    phone,
  ].filter(Boolean);
  return (
    <Box>
      {displayName}
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {facts.join(" · ")}
      </Typography>
    </Box>
  );
}

/** What a visit keeps of it. */
export function visitorOf(name: string, person: Found | null): Visitor {
  if (person !== null) return { seekerId: person.id };
  return name.trim() === "" ? {} : { visitorName: name.trim() };
}
