/** Milliseconds before a refused connection is asked for again: the first time, and at most. */
const patience = { first: 2_000, most: 60_000 };

interface Listener {
  readonly onMessage: (data: string) => void;
  /** Messages come again after a silence: some may have been missed. */
  readonly onBack: () => void;
}

/**
 * Listens to what an address sends until the function that it answers is called. The browser connects again by itself
 * after a line is cut, but never after a refusal (a session that ended, a proxy while the office starts again): then it
 * is asked anew, less and less often.
 */
export function openLiveSource(address: string, { onMessage, onBack }: Listener): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = patience.first;
  let isSilent = false;
  const open = () => {
    source = new EventSource(address);
    source.onmessage = (message: MessageEvent<string>) => onMessage(message.data);
    source.onopen = () => {
      if (isSilent) onBack();
      isSilent = false;
      wait = patience.first;
    };
    source.onerror = () => {
      isSilent = true;
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, wait);
      wait = Math.min(2 * wait, patience.most);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
