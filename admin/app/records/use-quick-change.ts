import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RaRecord, useDataProvider, useNotify } from "react-admin";
import { useSayFailure } from "../errors/use-say-failure.ts";

interface QuickChange {
  readonly record: RaRecord;
  readonly data: object;
  /** What to say once it is done. */
  readonly said: string;
}

/** Changes a record where it stands, without a form, says that it is done, and has all that shows its type read again. */
export function useQuickChange(type: string) {
  const office = useDataProvider();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ record, data }: QuickChange) => office.update(type, { id: record.id, data, previousData: record }),
    onSuccess: async (_, { said }) => {
      notify(said, { type: "success" });
      await queries.invalidateQueries({ queryKey: [type] });
    },
    onError: useSayFailure(),
  });
}
