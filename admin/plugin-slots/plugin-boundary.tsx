import Alert from "@mui/material/Alert";
import { Component, type ReactNode } from "react";
import { useSay } from "../app/i18n/use-say.ts";

interface Props {
  readonly plugin: string;
  readonly children: ReactNode;
}

/** Keeps what a plugin throws inside its own frame. */
export class PluginBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <PluginFailure plugin={this.props.plugin} /> : this.props.children;
  }
}

function PluginFailure({ plugin }: { readonly plugin: string }) {
  const say = useSay();
  return (
    <Alert severity="warning" variant="outlined">
      {say("pages.pluginFailed", { plugin })}
    </Alert>
  );
}
