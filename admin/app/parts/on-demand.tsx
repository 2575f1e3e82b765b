import { type ComponentType, type ReactNode, useEffect, useState } from "react";

/**
 * A component whose code is loaded when it is first drawn; `waiting` stands in its place until then. Suspense would do,
 * but it leaves whatever stands in a place there for 300 ms, however soon the code has come.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode,
): ComponentType<Props> {
  const code: Code<Props> = {
    component: null,
    load: async () => {
      code.component ??= await load();
      return code.component;
    },
  };
  return (props) => <Coded code={code} waiting={waiting} props={props} />;
}

interface Code<Props extends object> {
  component: ComponentType<Props> | null;
  readonly load: () => Promise<ComponentType<Props>>;
}

interface CodedProps<Props extends object> {
  readonly code: Code<Props>;
  readonly waiting: ReactNode;
  readonly props: Props;
}

function Coded<Props extends object>({ code, waiting, props }: CodedProps<Props>) {
  const Component = useLoaded(code.load, code.component);
  return Component ? <Component {...props} /> : waiting;
}

/**
 * What `load` brings; until then what is there already, or null.
 *
 * @throws while drawing, what the loading failed with: the boundary around tells it.
 */
export function useLoaded<Part>(load: () => Promise<Part>, already: Part | null = null): Part | null {
  const [came, setCame] = useState<Came<Part> | null>(null);
  const isThere = already !== null;
  useEffect(() => {
    if (isThere) return;
    let isGone = false;
    const settle = (outcome: Came<Part>) => {
      if (!isGone) setCame(outcome);
    };
    load().then(
      (part) => settle({ load, part }),
      (error: unknown) => settle({ load, error }),
    );
    return () => {
      isGone = true;
    };
  }, [load, isThere]);
  if (came?.load !== load) return already;
  if ("error" in came) throw came.error;
  return came.part;
}

type Came<Part> = { readonly load: () => Promise<Part> } & ({ readonly part: Part } | { readonly error: unknown });
