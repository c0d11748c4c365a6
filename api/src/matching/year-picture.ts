import { demandOf, meetsAny, type DemandText } from "./demand.ts";
import type { Purpose } from "#domain/purpose.ts";
import { memberOf } from "./member.ts";
import type { Months, SnapshotBusiness } from "./snapshot.ts";

/** What members bring to each month of a year, and what an order asks of it. */
export interface YearPicture {
  /** Tenths of workers wanted from outside, or spare units of what the order counts. */
  readonly unit: "workers" | "units";
  /** Members whose months are known, twelve numbers each from January. */
  readonly members: readonly { readonly id: string; readonly months: Months }[];
  /** Members who cannot be counted: their months are not known, or whether they can do what is ordered. */
  readonly unknown: readonly string[];
  /** Units asked for each month; undefined where no order asks for any. */
  readonly demand: Months | undefined;
}

function pictureOf(
  unit: YearPicture["unit"],
  members: readonly { readonly id: string; readonly months: Months | undefined }[],
  demand?: Months,
): YearPicture {
  const known = members.flatMap(({ id, months }) => (months === undefined ? [] : [{ id, months }]));
  const unknown = members.flatMap(({ id, months }) => (months === undefined ? [id] : []));
  return { unit, members: known, unknown, demand };
}

/**
 * The months behind a group's score where its purpose turns on them: workers wanted for work all year round, spare
 * capacity of those known to be able against what an order asks, which are those the score surely counts. Undefined
 * for the other purposes and for an order without months.
 */
export function yearPictureOf(
  group: readonly SnapshotBusiness[],
  { purpose, demand }: { readonly purpose: Purpose; readonly demand?: DemandText },
): YearPicture | undefined {
  const members = group.map(memberOf);
  if (purpose === "YEAR_ROUND_WORK")
    return pictureOf(
      "workers",
      members.map(({ id, monthlyWorkers }) => ({ id, months: monthlyWorkers })),
    );
  const asked = demandOf(demand ?? {});
  if (purpose !== "SHARED_ORDERS" || asked.unitsPerMonth === undefined) return undefined;
  const months = members.flatMap((member) => {
    const isAble = meetsAny(member, asked.requirements ?? []);
    if (isAble === "no") return [];
    return [{ id: member.id, months: isAble === "yes" ? member.monthlyCapacity : undefined }];
  });
  return pictureOf("units", months, asked.unitsPerMonth);
}
