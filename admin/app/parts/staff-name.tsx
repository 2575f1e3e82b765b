import { useSay } from "../i18n/use-say.ts";
import { useKnownStaff } from "../office/use-office.ts";
import { NameSkeleton } from "./skeletons.tsx";

/** What a member of the office is called; one who has left is told to be that. */
export function StaffName({ id }: { readonly id: string }) {
  const say = useSay();
  const staff = useKnownStaff();
  if (!staff) return <NameSkeleton />;
  return staff.find((one) => one.id === id)?.name ?? say("record.formerMember");
}
