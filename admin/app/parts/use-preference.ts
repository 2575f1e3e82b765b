import { useCallback, useState } from "react";
import { useOffice } from "../office/use-office.ts";

/** Something that this person likes so, on this device. It outlives the session and is not shared. */
export function usePreference<Value>(name: string, otherwise: Value): readonly [Value, (value: Value) => void] {
  const { user } = useOffice();
  const key = `passerelle.${user.id}.${name}`;
  const [kept, setKept] = useState<{ readonly key: string; readonly value: Value }>(() => ({
    key,
    value: read(key, otherwise),
  }));
  const value = kept.key === key ? kept.value : read(key, otherwise);
  const change = useCallback(
    (next: Value) => {
      localStorage.setItem(key, JSON.stringify(next));
      setKept({ key, value: next });
    },
    [key],
  );
  return [value, change];
}

function read<Value>(key: string, otherwise: Value): Value {
  const text = localStorage.getItem(key);
  if (text === null) return otherwise;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return otherwise;
  }
}
