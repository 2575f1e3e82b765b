import type { shell as french } from "../fr/shell.ts";
import type { Words } from "../words.ts";

export const shell: Words<typeof french> = {
  mainMenu: "Main menu",
  more: "More",
  close: "Close",
  skip: "Skip to content",
  search: "Search",
  searchHint: "A name, a phone number, a word…",
  nearest: "%{group} with a similar name",
  nothingFound: "Nothing matches “%{text}”. Try a shorter word.",
  places: "Go to",
  create: "New",
  me: "My menu: %{name}",
  account: "My account",
  signOut: "Sign out",
  lightTheme: "Switch to the light theme",
  darkTheme: "Switch to the dark theme",
  studio: "Studio",
  settings: "Settings",
  openIncidents: "%{smart_count} incident to deal with |||| %{smart_count} incidents to deal with",
  administration: "Administration",
  loading: "Loading…",
  offline: "You are offline. You can read what is shown; nothing is saved until the network is back.",
};
