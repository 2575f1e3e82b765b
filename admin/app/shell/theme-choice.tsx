import DarkIcon from "@mui/icons-material/DarkModeOutlined";
import LightIcon from "@mui/icons-material/LightModeOutlined";
import IconButton from "@mui/material/IconButton";
import { useColorScheme } from "@mui/material/styles";
import Tooltip from "@mui/material/Tooltip";
import { useSay } from "../i18n/use-say.ts";

/** Light or dark; until someone chooses, what the system prefers. */
export function ThemeChoice() {
  const say = useSay();
  const { mode, systemMode, setMode } = useColorScheme();
  const dark = (mode === "system" ? systemMode : mode) === "dark";
  const title = say(dark ? "shell.lightTheme" : "shell.darkTheme");
  return (
    <Tooltip title={title}>
      <IconButton color="inherit" aria-label={title} onClick={() => setMode(dark ? "light" : "dark")}>
        {dark ? <LightIcon fontSize="small" /> : <DarkIcon fontSize="small" />}
      </IconButton>
    </Tooltip>
  );
}
