import { BestMatches } from "./pages/best-matches.tsx";
import { MatchingPage } from "./pages/matching-page.tsx";
import { NewMatches } from "./pages/new-matches.tsx";

export const pages = { matching: MatchingPage };
export const widgets = { "best-matches": BestMatches, "new-matches": NewMatches };
