import type { FactKey, Facts, PlaceKnown } from "#domain/business/facts.ts";
import { isCorporateNumber } from "#domain/business/corporate-number.ts";
import { listed, placeExactnessText, factText, type Wording } from "./fact.ts";
import { monthName } from "./reason-months.ts";

/** What is needed to tell a fact under a score: names of those a list only gives a key or a number of. */
export interface InputWording extends Wording {
  /** The name of whoever has this key or corporate number; undefined where nobody is known by it. */
  readonly nameOf: (key: string) => string | undefined;
}

/** Facts that name others by what their list has: a name, a key, a corporate number. */
export const NAMING_FACTS = ["ties", "memberships", "customers"] as const satisfies readonly FactKey[];

const MONTHLY_FACTS: readonly FactKey[] = ["monthlyLoad", "monthlyWorkers", "monthlyCapacity"];

/** A known fact as it stands under a score: places by their address, others by name, months with their month. */
export function inputText<K extends FactKey>(key: K, facts: Facts, wording: InputWording): string | null {
  const fact = facts[key];
  if (fact === undefined) return null;
  if (key === "place") return placeText(facts.place?.value as PlaceKnown, facts, wording);
  const named = NAMING_FACTS.find((one) => one === key);
  if (named !== undefined) return othersText(facts[named]?.value ?? [], wording);
  const text = factText(key, fact.value as never, wording);
  return MONTHLY_FACTS.includes(key) ? monthsText(text.split(" "), wording) : text;
}

function placeText(place: PlaceKnown, { address, municipality }: Facts, wording: InputWording): string {
  const where = address?.value ?? (municipality && wording.labelOf("municipality", municipality.value));
  if (where === undefined) return factText("place", place, wording);
  return `${where}${placeExactnessText(place, wording.language)}`;
}

function othersText(keys: readonly string[], wording: InputWording): string {
  return listed([...new Set(keys.map((key) => otherName(key, wording)))], wording);
}

/** Somebody a list names: by the name that is known of them, else as the list has it; a bare number is told to be one. */
export function otherName(key: string, { nameOf, language }: Pick<InputWording, "nameOf" | "language">): string {
  const name = nameOf(key);
  if (name !== undefined) return name;
  if (isCorporateNumber(key)) {
    return language === "ja" ? `名前の分からない法人（法人番号${key}）` : `a corporation not known by name (${key})`;
  }
  if (!isKey(key)) return key;
  return language === "ja" ? `名簿にない事業者（${key}）` : `a business not on record (${key})`;
}

/** Letters and digits of a list's own key, which no name is made of alone. */
function isKey(text: string): boolean {
  return /^[\w-]*\d[\w-]*$/.test(text);
}

function monthsText(months: readonly string[], wording: InputWording): string {
  const { language } = wording;
  if (new Set(months).size === 1) return language === "ja" ? `毎月${months[0]}` : `${months[0]} every month`;
  return listed(
    months.map((value, index) => `${monthName(index + 1, language)} ${value}`),
    wording,
  );
}
