import Alert from "@mui/material/Alert";
import Typography from "@mui/material/Typography";
import { Component, type ReactNode, useEffect, useState } from "react";
import { useSay } from "../app/i18n/use-say.ts";
import { useHasRole } from "../app/office/use-office.ts";

interface Props {
  readonly plugin: string;
  readonly children: ReactNode;
}

/** Keeps what a plugin throws inside its own frame. */
export class PluginBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error("Nothing was thrown") };
  }

  override render() {
    const { plugin, children } = this.props;
    return this.state.error === null ? children : <PluginFailure plugin={plugin} error={this.state.error} />;
  }
}

/** What anyone is told, and for administrators what went wrong, at which line of the plugin. */
function PluginFailure({ plugin, error }: { readonly plugin: string; readonly error: unknown }) {
  const say = useSay();
  const isAdministrator = useHasRole("admin");
  return (
    <Alert severity="warning" variant="outlined">
      {say("pages.pluginFailed", { plugin })}
      {isAdministrator && error instanceof Error ? <Cause error={error} /> : null}
    </Alert>
  );
}

function Cause({ error }: { readonly error: Error }) {
  const [place, setPlace] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    import("./place-in-source.ts")
      .then(({ placeInSource }) => placeInSource(error))
      .then((found) => isShown && setPlace(found))
      // Without its line it is told all the same.
      .catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [error]);
  return (
    <Typography variant="body2" sx={{ mt: 0.5, overflowWrap: "anywhere" }}>
      {place === null ? error.message : `${error.message} – ${place}`}
    </Typography>
  );
}
