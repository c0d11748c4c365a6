import { numberTyped } from "#lib/text/number.ts";
import type { FormProblem } from "#lib/ui/problem.ts";
import type { DiscoveryQuestionInput } from "@musubi/schema/operations";

export interface PickedBusiness {
  readonly id: string;
  readonly name: string;
  readonly choice: "with" | "without" | "";
}

/** A question exactly as it was typed, so that a refused form shows it again unchanged. */
export interface QuestionValues {
  readonly purpose: string;
  readonly districts: readonly string[];
  /** Municipality in the middle of a circle, and its radius in kilometres. */
  readonly around: string;
  readonly aroundKm: string;
  readonly sizeMin: string;
  readonly sizeMax: string;
  readonly withinKm: string;
  readonly search: string;
  readonly picked: readonly PickedBusiness[];
  readonly capabilities: readonly { readonly tag: string; readonly level: string }[];
  readonly licences: readonly { readonly kind: string; readonly area: string }[];
  readonly areas: readonly string[];
  readonly unitsPerMonth: readonly string[];
}

export const ORDER_PURPOSE = "SHARED_ORDERS";
/** Radius taken where none is typed, kilometres. */
export const USUAL_CIRCLE_KM = 10;
/** Largest number a field takes: what is larger is a slip of the hand, and more than the api counts with. */
export const NUMBER_MAX = 999_999_999;
export const CAPABILITY_ROWS = 8;
export const LICENCE_ROWS = 5;

const rows = (count: number): number[] => Array.from({ length: count }, (_, row) => row);

export const EMPTY_QUESTION: QuestionValues = {
  purpose: "",
  districts: [],
  around: "",
  aroundKm: "",
  sizeMin: "",
  sizeMax: "",
  withinKm: "",
  search: "",
  picked: [],
  capabilities: rows(CAPABILITY_ROWS).map(() => ({ tag: "", level: "1" })),
  licences: rows(LICENCE_ROWS).map(() => ({ kind: "", area: "" })),
  areas: [],
  unitsPerMonth: rows(12).map(() => ""),
};

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string" && value !== "") as string[];
}

function choiceOf(value: string): PickedBusiness["choice"] {
  return value === "with" || value === "without" ? value : "";
}

function pickedIn(form: FormData): PickedBusiness[] {
  return texts(form, "pick").map((id) => ({
    id,
    name: text(form, `name-${id}`),
    choice: choiceOf(text(form, `choice-${id}`)),
  }));
}

export function readQuestion(form: FormData): QuestionValues {
  return {
    purpose: text(form, "purpose"),
    districts: texts(form, "district"),
    around: text(form, "around"),
    aroundKm: text(form, "aroundKm"),
    sizeMin: text(form, "sizeMin"),
    sizeMax: text(form, "sizeMax"),
    withinKm: text(form, "withinKm"),
    search: text(form, "search"),
    picked: pickedIn(form),
    capabilities: rows(CAPABILITY_ROWS).map((row) => ({
      tag: text(form, `capability-${row}`),
      level: text(form, `level-${row}`) || "1",
    })),
    licences: rows(LICENCE_ROWS).map((row) => ({
      kind: text(form, `licence-${row}`),
      area: text(form, `licence-area-${row}`),
    })),
    areas: texts(form, "area"),
    unitsPerMonth: rows(12).map((month) => text(form, `units-${month + 1}`)),
  };
}

/** Fields that must hold a number when they hold anything; the names are those of the form. */
function numbersTyped(values: QuestionValues): Map<string, number | null> {
  const typed: [string, string][] = [
    ["sizeMin", values.sizeMin],
    ["sizeMax", values.sizeMax],
    ["withinKm", values.withinKm],
    ["aroundKm", values.aroundKm],
  ];
  if (values.purpose === ORDER_PURPOSE) {
    typed.push(...values.unitsPerMonth.map((units, index): [string, string] => [`units-${index + 1}`, units]));
  }
  return new Map(typed.map(([name, value]) => [name, numberTyped(value)]));
}

/** The least whole number a field takes; null for distances, which may be any number above 0. */
export function leastOf(field: string): number | null {
  if (field.endsWith("Km")) return null;
  return field.startsWith("size") ? 1 : 0;
}

function isTaken(field: string, value: number): boolean {
  const least = leastOf(field);
  return value <= NUMBER_MAX && (least === null ? value > 0 : Number.isInteger(value) && value >= least);
}

/** Names of fields that hold something other than a number they take. */
export function fieldsWithoutNumber(values: QuestionValues): string[] {
  return [...numbersTyped(values)]
    .filter(([name, value]) => value !== null && !isTaken(name, value))
    .map(([name]) => name);
}

type Demand = NonNullable<DiscoveryQuestionInput["demand"]>;

/** What an order demands; what was left empty is not asked. */
function demandOf(values: QuestionValues): Demand {
  const capabilities = values.capabilities.filter(({ tag }) => tag !== "");
  const licences = values.licences.filter(({ kind }) => kind !== "");
  const units = values.unitsPerMonth.map(numberTyped);
  return {
    ...(capabilities.length > 0 && {
      capabilities: capabilities.map(({ tag, level }) => ({ tag, level: Number(level) })),
    }),
    ...(licences.length > 0 && {
      licences: licences.map(({ kind, area }) => ({ kind, ...(area !== "" && { area }) })),
    }),
    ...(values.areas.length > 0 && { areas: [...values.areas] }),
    ...(units.some((month) => month !== null) && { unitsPerMonth: units.map((month) => month ?? 0) }),
  };
}

function idsChosen(values: QuestionValues, choice: PickedBusiness["choice"]): string[] {
  return values.picked.filter((picked) => picked.choice === choice).map(({ id }) => id);
}

type Extent = Pick<DiscoveryQuestionInput, "sizeMin" | "sizeMax" | "withinKm">;

/** Sizes and distance; what was left empty is absent and takes what is usual for the purpose. */
function extentOf(values: QuestionValues): Extent {
  const typed = [...numbersTyped(values)].filter(([name]) => name === "withinKm" || name.startsWith("size"));
  return Object.fromEntries(typed.filter(([, value]) => value !== null));
}

/** The circle as it was typed, for the map; undefined where no middle is chosen. */
export function circleTyped({
  around,
  aroundKm,
}: Pick<QuestionValues, "around" | "aroundKm">): { code: string; km: number } | undefined {
  const km = numberTyped(aroundKm);
  return around === "" ? undefined : { code: around, km: km !== null && km > 0 ? km : USUAL_CIRCLE_KM };
}

/** A circle once its middle is chosen; without a radius it reaches as far as people call near. */
function circleOf({ around, aroundKm }: QuestionValues): Pick<DiscoveryQuestionInput, "around"> {
  return around === "" ? {} : { around: { municipality: around, km: numberTyped(aroundKm) ?? USUAL_CIRCLE_KM } };
}

export function questionOf(values: QuestionValues): DiscoveryQuestionInput {
  return {
    purpose: values.purpose,
    districts: [...values.districts],
    ...circleOf(values),
    ...extentOf(values),
    withIds: idsChosen(values, "with"),
    withoutIds: idsChosen(values, "without"),
    ...(values.purpose === ORDER_PURPOSE && { demand: demandOf(values) }),
    top: 20,
  };
}

/** Adds businesses found by name below those already there; one already chosen keeps its choice. */
export function withFound(
  picked: readonly PickedBusiness[],
  found: readonly { readonly id: string; readonly name: string }[],
): PickedBusiness[] {
  const kept = picked.filter(({ choice }) => choice !== "");
  const known = new Set(kept.map(({ id }) => id));
  return [
    ...kept,
    ...found.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name, choice: "" as const })),
  ];
}

/** Sentences for fields that need another number, one each; the sentence is told whether the number is only too large. */
export function numberProblems(
  values: QuestionValues,
  sentence: (field: string, isTooLarge: boolean) => string,
): FormProblem[] {
  const typed = numbersTyped(values);
  return fieldsWithoutNumber(values).map((field) => {
    const isTooLarge = (typed.get(field) ?? 0) > NUMBER_MAX;
    return { code: isTooLarge ? "TOO_LARGE" : "NOT_A_NUMBER", field, message: sentence(field, isTooLarge) };
  });
}

/** Sizes of which the least is more than the most; undefined where they are not, or are none. */
export function crossedSizes(values: QuestionValues): { readonly min: number; readonly max: number } | undefined {
  const [min, max] = [numberTyped(values.sizeMin), numberTyped(values.sizeMax)];
  if (min === null || max === null || min <= max) return undefined;
  return isTaken("sizeMin", min) && isTaken("sizeMax", max) ? { min, max } : undefined;
}

/** Whether a radius is typed for a circle that has no middle. */
export function lacksMiddle({ around, aroundKm }: QuestionValues): boolean {
  return around === "" && aroundKm !== "";
}

/** Whether an order says nothing of what it needs: then most of its score is open, whoever the members are. */
export function isOpenOrder(
  purpose: string,
  demand:
    | {
        readonly capabilities: readonly unknown[];
        readonly licences: readonly unknown[];
        readonly areas: readonly unknown[];
        readonly unitsPerMonth?: readonly number[] | null;
      }
    | null
    | undefined,
): boolean {
  if (purpose !== ORDER_PURPOSE) return false;
  const { capabilities = [], licences = [], areas = [], unitsPerMonth } = demand ?? {};
  return capabilities.length + licences.length + areas.length === 0 && !unitsPerMonth?.some((units) => units > 0);
}
