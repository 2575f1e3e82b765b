import type { StoredRecord } from "../../engine/execution/case.ts";
import type { Caller } from "../changes/caller.ts";
import { carryOut } from "../changes/carry-out.ts";
import type { Office } from "../changes/office.ts";
import { isId } from "../changes/uuid-v7.ts";
import { requireAdministrator } from "../definitions/require-administrator.ts";
import type { FileDesk } from "../files/file-desk.ts";
import { findType } from "../records/find-type.ts";
import type { RecordAddress } from "../records/load-record.ts";
import { unknownRecord } from "../records/record-errors.ts";
import { recordsAbout } from "./about-whom.ts";
import { describeErasure, type ErasurePlan } from "./describe-erasure.ts";
import { foundRecord } from "./found-record.ts";
import { planErasure } from "./plan-erasure.ts";
import { notPersonal, unconfirmedErasure } from "./privacy-errors.ts";
import { isPersonal } from "./privacy-of.ts";
import { removeFiles } from "./remove-files.ts";

/** What an erasure works with beside the office. */
export interface PrivacyDesk {
  readonly office: Office;
  readonly files: FileDesk;
}

/**
 * What would be erased, and what would stay, in the reader's words. Changes nothing.
 *
 * @throws DomainError `administrators-only`, `unknown-type`, `not-personal`, `unknown-record`.
 */
export async function previewErasure(desk: PrivacyDesk, caller: Caller, address: RecordAddress): Promise<ErasurePlan> {
  const { office } = desk;
  const person = await findPerson(office, caller, address);
  const records = [...(await recordsAbout(office, person)), person];
  const plans = await Promise.all(
    records.map(({ type, id }) => planErasure(office, caller, { type: findType(office, type), id })),
  );
  const changes = plans.filter((plan) => plan !== null);
  return describeErasure(office, caller, { changes, person });
}

/**
 * Erases a person: their record and every record that is about them, with history, documents, search words, timers and
 * notes. The person's own record is the last, so that an erasure that was cut short can be asked for again. What stays
 * is said by {@link previewErasure}.
 *
 * @throws DomainError as `previewErasure`, and `unconfirmed-erasure`.
 */
export async function erasePerson(
  desk: PrivacyDesk,
  caller: Caller,
  asked: RecordAddress & { readonly confirm: boolean },
): Promise<ErasurePlan> {
  const plan = await previewErasure(desk, caller, asked);
  if (!asked.confirm) throw unconfirmedErasure();
  await eraseWithAbout(desk, caller, await findPerson(desk.office, caller, asked));
  await removeFiles(desk.files);
  return plan;
}

/**
 * One after the other, in an order that can be taken up again wherever it stops. What somebody else made about the person
 * meanwhile goes too: once their own record is erased, nothing new can refer to it.
 */
export async function eraseWithAbout({ office }: PrivacyDesk, caller: Caller, person: Person): Promise<void> {
  for (const record of await recordsAbout(office, person)) await eraseOne(office, caller, record);
  await eraseOne(office, caller, person);
  for (let left = await unerasedAbout(office, person); left.length > 0; left = await unerasedAbout(office, person)) {
    for (const record of left) await eraseOne(office, caller, record);
  }
}

async function unerasedAbout(office: Office, person: Person): Promise<readonly Person[]> {
  return (await recordsAbout(office, person)).filter(({ erasedAt }) => erasedAt === undefined);
}

async function eraseOne(office: Office, caller: Caller, { type: typeId, id }: Person): Promise<void> {
  const type = findType(office, typeId);
  const { change } = await carryOut(office, () => planErasure(office, caller, { type, id }));
  if (change !== null) await office.effects.follow(change);
}

type Person = Pick<StoredRecord, "type" | "id">;

async function findPerson(office: Office, caller: Caller, { type: typeId, id }: RecordAddress): Promise<Person> {
  requireAdministrator(caller);
  const type = findType(office, typeId);
  if (!isPersonal(type)) throw notPersonal(type.definition.title);
  const found = isId(id) ? await foundRecord(office, type, id) : null;
  if (found === null) throw unknownRecord(typeId, id);
  return found.record;
}
