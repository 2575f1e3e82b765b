import { Component, type ReactNode } from "react";
import { useLocation } from "react-router";
import { FailurePage } from "./failure-page.tsx";

/** Keeps a page that breaks from taking the rest along; another page starts afresh. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  return <Boundary key={pathname}>{children}</Boundary>;
}

interface Broken {
  readonly error: unknown;
}

class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: Broken | null }> {
  override state: { readonly broken: Broken | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { readonly broken: Broken } {
    return { broken: { error } };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (!broken) return this.props.children;
    return <FailurePage error={broken.error} onRetry={() => this.setState({ broken: null })} />;
  }
}
