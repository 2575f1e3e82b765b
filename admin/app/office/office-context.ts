import { createContext } from "react";
import type { OfficeDescription } from "../../../server/http/api-types.ts";

/** The office as this reader may see it; null outside of `OfficeGate`. */
export const OfficeContext = createContext<OfficeDescription | null>(null);
