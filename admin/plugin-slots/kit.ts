/**
 * What the back office lends to the pages and widgets of plugins: built once with the host, so that a plugin keeps
 * working, and looking right, when the host is upgraded. Plugins import this file, `react`, and nothing else of it.
 */
export { default as ChevronLeft } from "@mui/icons-material/ChevronLeft";
export { default as ChevronRight } from "@mui/icons-material/ChevronRight";
export { default as MoreVert } from "@mui/icons-material/MoreVert";
export { default as Alert } from "@mui/material/Alert";
export { default as Autocomplete } from "@mui/material/Autocomplete";
export { default as Box } from "@mui/material/Box";
export { default as Button } from "@mui/material/Button";
export { default as ButtonBase } from "@mui/material/ButtonBase";
export { default as Chip } from "@mui/material/Chip";
export { default as Collapse } from "@mui/material/Collapse";
export { default as IconButton } from "@mui/material/IconButton";
export { default as LinearProgress } from "@mui/material/LinearProgress";
export { default as Link } from "@mui/material/Link";
export { default as ListItemText } from "@mui/material/ListItemText";
export { default as Menu } from "@mui/material/Menu";
export { default as MenuItem } from "@mui/material/MenuItem";
export { default as Paper } from "@mui/material/Paper";
export { default as Stack } from "@mui/material/Stack";
export { default as TextField } from "@mui/material/TextField";
export { default as ToggleButton } from "@mui/material/ToggleButton";
export { default as ToggleButtonGroup } from "@mui/material/ToggleButtonGroup";
export { default as Tooltip } from "@mui/material/Tooltip";
export { default as Typography } from "@mui/material/Typography";
export { useQueryClient } from "@tanstack/react-query";
export { useNotify } from "react-admin";
export { Link as RouterLink, useNavigate, useSearchParams } from "react-router";
export type { ActionOffer } from "../../server/engine/execution/decision.ts";
export { callApi } from "../app/api/api-client.ts";
export { sentencesOf } from "../app/api/api-problem.ts";
export { useApi } from "../app/api/use-api.ts";
export { unbroken, unbrokenSentences } from "../app/i18n/unbroken.ts";
export { useLanguage } from "../app/i18n/use-say.ts";
export { useOffice, useStaffName, useType } from "../app/office/use-office.ts";
export { DateText } from "../app/parts/date-text.tsx";
export { EmptyState } from "../app/parts/empty-state.tsx";
export { formatDay, formatTime } from "../app/parts/format-date.ts";
export { PageHead } from "../app/parts/page-head.tsx";
export { PersonInitials } from "../app/parts/person-initials.tsx";
export { Section } from "../app/parts/section.tsx";
export { BlockSkeleton, PageSkeleton, RowsSkeleton } from "../app/parts/skeletons.tsx";
export { StageChip } from "../app/parts/stage-chip.tsx";
export { useDateSetting } from "../app/parts/use-date-setting.ts";
export { useSendEvent } from "../cases/use-send-event.ts";
export { bestFirst } from "../schema-ui/best-first.ts";
export type { PluginPageProps, PluginWidgetProps } from "./plugin-module.ts";
