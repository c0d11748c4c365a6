import type { LabelOf } from "./label.ts";
import type { Language } from "./language.ts";
import { purposeName } from "./purpose.ts";

/** What a line about a question needs of it. */
export interface QuestionFacts {
  readonly purpose: string;
  readonly districts: readonly string[];
  readonly membersMin: number;
  readonly membersMax: number;
  readonly withinKm: number;
  readonly around?: { readonly municipality: string; readonly km: number };
  /** Own weights, where any were asked for. */
  readonly weights?: object;
  readonly demand?: {
    readonly capabilities?: readonly (readonly [tag: string, level: number])[];
    readonly licences?: readonly (readonly [kind: string, area?: string])[];
    readonly areas?: readonly { readonly municipality: string }[];
    readonly unitsPerMonth?: readonly number[];
  };
}

/** Municipalities named in the line; more are counted. */
const DISTRICTS_NAMED = 3;

interface Wording {
  readonly language: Language;
  readonly labelOf: LabelOf;
}

function areasText(codes: readonly string[], { language, labelOf }: Wording): string {
  const ja = language === "ja";
  const names = codes
    .slice(0, DISTRICTS_NAMED)
    .map((code) => labelOf(code.length === 2 ? "prefecture" : "municipality", code));
  const more = codes.length - names.length;
  const rest = more > 0 ? (ja ? `ほか${more}市町村` : ` and ${more} more`) : "";
  return `${names.join(ja ? "・" : ", ")}${rest}`;
}

/** Where an order's work is, and whether it has months; nothing for what it leaves open. */
function workText({ areas = [], unitsPerMonth = [] }: QuestionFacts["demand"] & object = {}, words: Wording): string[] {
  const ja = words.language === "ja";
  const names = areasText(
    areas.map(({ municipality }) => municipality),
    words,
  );
  return [
    ...(areas.length > 0 ? [ja ? `${names}での仕事` : `work in ${names}`] : []),
    ...(unitsPerMonth.some((units) => units > 0) ? [ja ? "月ごとの量あり" : "units by month"] : []),
  ];
}

/** A question in one line: 共同受注／高松市／2～15者／30km以内. */
export function questionSummary(
  { purpose, districts, membersMin, membersMax, withinKm, demand, weights, around }: QuestionFacts,
  { language, labelOf }: Wording,
): string {
  const ja = language === "ja";
  const everywhere = around ? [] : [ja ? "全域" : "everywhere"];
  const where = districts.length === 0 ? everywhere : [areasText(districts, { language, labelOf })];
  const members = membersMin === membersMax ? `${membersMin}` : `${membersMin}${ja ? "～" : "–"}${membersMax}`;
  const size = ja ? `${members}者` : `${members} businesses`;
  const reach = ja ? `${withinKm}km以内` : `within ${withinKm} km`;
  const circle = around ? [circleText(labelOf("municipality", around.municipality), around.km, language)] : [];
  const own = weights ? [ja ? "配点を変更" : "own weights"] : [];
  const work = workText(demand, { language, labelOf });
  const asked = [purposeName(purpose, language), ...demanded(demand, labelOf), ...work];
  const parts = [...asked, ...where, ...circle, size, reach, ...own];
  return parts.join(ja ? "／" : " / ");
}

function circleText(name: string, km: number, language: Language): string {
  return language === "ja" ? `${name}の中心から${km}km以内の円` : `circle of ${km} km round ${name}`;
}

/** What an order asks for, each thing once; nothing for a question without one. */
function demanded(
  { capabilities = [], licences = [] }: QuestionFacts["demand"] & object = {},
  labelOf: LabelOf,
): string[] {
  const names = [
    ...capabilities.map(([tag]) => labelOf("capability", tag)),
    ...licences.map(([kind]) => labelOf("licence", kind)),
  ];
  return [...new Set(names)];
}
