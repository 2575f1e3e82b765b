import { useEffect } from "react";

/** How long what takes the place of something may take to draw itself and to take the focus, in milliseconds. */
const settled = 60;

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]):not([type="hidden"]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/**
 * When what has the focus goes away (a form that closes, a line that moves, a button that is busy), whoever works by
 * keyboard goes on where they were: on the same thing once it is back, else on what stands in its place.
 */
export function useFocusKeeper(): void {
  useEffect(() => {
    let path: readonly Element[] = [];
    let byKeyboard = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      timer = undefined;
      if (byKeyboard && document.activeElement === document.body) nextFor(path)?.focus();
    };
    const look = () => {
      timer ??= setTimeout(keep, settled);
    };
    const listening = new AbortController();
    const on = (event: string, does: (event: Event) => void) =>
      document.addEventListener(event, does, { capture: true, signal: listening.signal });
    on("focusin", ({ target }) => {
      path = target instanceof Element ? pathOf(target) : [];
    });
    on("keydown", () => {
      byKeyboard = true;
    });
    on("pointerdown", () => {
      byKeyboard = false;
    });
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    return () => {
      clearTimeout(timer);
      listening.abort();
      observer.disconnect();
    };
  }, []);
}

/** The element and what it stands in, from the inside out. */
function pathOf(element: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) path.push(at);
  return path;
}

/** The element itself while it is only busy; else the first thing in what is left around it, or the page. */
function nextFor([element, ...around]: readonly Element[]): HTMLElement | null {
  if (element?.isConnected) return element.matches(focusable) && element instanceof HTMLElement ? element : null;
  const left = around.find((each) => each.isConnected);
  const page = document.querySelector("main");
  if (left === undefined || left.contains(page)) return page;
  if (left === page) return page;
  const things = [...left.querySelectorAll<HTMLElement>(focusable)];
  return things.find((thing) => thing.getClientRects().length > 0) ?? null;
}
