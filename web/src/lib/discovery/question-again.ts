import type { QuestionAgainQuery } from "@musubi/schema/operations";
import { CAPABILITY_ROWS, EMPTY_QUESTION, LICENCE_ROWS, type PickedBusiness, type QuestionValues } from "./question.ts";

export type AskedDiscovery = NonNullable<QuestionAgainQuery["discovery"]>;

/** What is usual for a purpose: what was asked so is left empty, as it was typed. */
export interface UsualExtent {
  readonly code: string;
  readonly sizeMin: number;
  readonly sizeMax: number;
  readonly withinKm: number;
}

/** The first rows filled with what was asked; as many rows as the form has. */
function filled<Row>(asked: readonly Row[], count: number, empty: Row): Row[] {
  return Array.from({ length: Math.max(count, asked.length) }, (_, row) => asked[row] ?? empty);
}

function typed(value: number, usual: number | undefined): string {
  return value === usual ? "" : String(value);
}

/** A month of which nothing is asked is left empty, as long as another asks something: nothing in all is a fact, too. */
function monthsAsked(unitsPerMonth: readonly number[]): readonly string[] {
  if (unitsPerMonth.length === 0) return EMPTY_QUESTION.unitsPerMonth;
  return unitsPerMonth.map((units) => (unitsPerMonth.some((other) => other > 0) ? typed(units, 0) : String(units)));
}

/** A question that was asked as it would be typed, so that one thing of it can be changed. */
export function valuesAsked(
  { purpose, districts, sizeMin, sizeMax, withinKm, asked }: AskedDiscovery,
  purposes: readonly UsualExtent[],
  nameOf: (business: AskedDiscovery["asked"]["with"][number]) => string,
): QuestionValues {
  const usual = purposes.find(({ code }) => code === purpose);
  const picked = (choice: PickedBusiness["choice"]) =>
    (choice === "with" ? asked.with : asked.without).map((one) => ({ id: one.id, name: nameOf(one), choice }));
  return {
    ...EMPTY_QUESTION,
    ...{ purpose, districts: districts.map(({ code }) => code), areas: asked.areas },
    ...{ around: asked.around?.municipality ?? "", aroundKm: asked.around ? String(asked.around.km) : "" },
    ...{ sizeMin: typed(sizeMin, usual?.sizeMin), sizeMax: typed(sizeMax, usual?.sizeMax) },
    withinKm: typed(withinKm, usual?.withinKm),
    picked: [...picked("with"), ...picked("without")],
    capabilities: filled(
      asked.capabilities.map(({ tag, level }) => ({ tag, level: String(level) })),
      CAPABILITY_ROWS,
      { tag: "", level: "1" },
    ),
    licences: filled(
      asked.licences.map(({ kind, area }) => ({ kind, area: area ?? "" })),
      LICENCE_ROWS,
      { kind: "", area: "" },
    ),
    unitsPerMonth: monthsAsked(asked.unitsPerMonth ?? []),
  };
}
