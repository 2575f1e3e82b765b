/**
 * What the back office lends to the pages and widgets of plugins: built once with the host, so that a plugin keeps
 * working, and looking right, when the host is upgraded. Plugins import this file, `react`, and nothing else of it.
 */
export { default as Alert } from "@mui/material/Alert";
export { default as Box } from "@mui/material/Box";
export { default as Button } from "@mui/material/Button";
export { default as Chip } from "@mui/material/Chip";
export { default as LinearProgress } from "@mui/material/LinearProgress";
export { default as Link } from "@mui/material/Link";
export { default as Paper } from "@mui/material/Paper";
export { default as Stack } from "@mui/material/Stack";
export { default as Tooltip } from "@mui/material/Tooltip";
export { default as Typography } from "@mui/material/Typography";
export { useNotify } from "react-admin";
export { Link as RouterLink, useNavigate } from "react-router";
export { callApi } from "../app/api/api-client.ts";
export { sentencesOf } from "../app/api/api-problem.ts";
export { useApi } from "../app/api/use-api.ts";
export { useLanguage } from "../app/i18n/use-say.ts";
export { useOffice, useType } from "../app/office/use-office.ts";
export { DateText } from "../app/parts/date-text.tsx";
export { EmptyState } from "../app/parts/empty-state.tsx";
export { PageHead } from "../app/parts/page-head.tsx";
export { PersonInitials } from "../app/parts/person-initials.tsx";
export { PageSkeleton, RowsSkeleton } from "../app/parts/skeletons.tsx";
export { StageChip } from "../app/parts/stage-chip.tsx";
export type { PluginPageProps, PluginWidgetProps } from "./plugin-module.ts";
