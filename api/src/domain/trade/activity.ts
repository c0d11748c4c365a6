import { sectionOf } from "../industry.ts";

/** What somebody does with a thing. */
export const ACTIVITIES = ["grow", "make", "wholesale", "retail", "eat", "build", "mend", "teach", "lend"] as const;

/** One thing that is done: growing, making, selling to dealers or to people, serving, building, mending, teaching, lending. */
export type Activity = (typeof ACTIVITIES)[number];

/** Words that tell what is done, folded (katakana as hiragana). */
const WORDS: Readonly<Record<Activity, RegExp>> = {
  grow: /栽培|生産|農家|農園|飼育|飼い|飼って|養殖|肥育|出荷|育て/,
  make: /製造|製作|制作|加工|つく[るりっ]|造[るりっ]|作[るりっ]|づくり|醸造|蒸留|めーかー|工房|工場|縫製|組立|焼く|織り|窯|下請|職人|仕込み/,
  wholesale: /卸|問屋|仲買|商社/,
  retail: /小売|販売|専門店|しょっぷ|の店|お店|店$|屋$|屋さん|通販|直売/,
  eat: /料理|食堂|飲食|手打ち|らんち|専門|れすとらん|定食/,
  build: /工事|施工|張替|張り替え|葺き|取り?付け|請け負|建て[るた]|改修|設置|りふぉーむ/,
  mend: /修理|整備|直し|めんてなんす|保守|修繕/,
  teach: /教室|すくーる|教え|れっすん|教授/,
  lend: /れんたる|賃貸|りーす|貸し|貸す/,
};

const GROUPS: Readonly<Record<Activity, (code: string) => boolean>> = {
  grow: (code) => between(code, 1, 4),
  make: (code) => sectionOf(code) === "E",
  wholesale: (code) => between(code, 50, 55),
  retail: (code) => between(code, 56, 61),
  eat: (code) => between(code, 76, 77),
  build: (code) => sectionOf(code) === "D",
  mend: (code) => between(code, 89, 90),
  teach: (code) => between(code, 82, 82),
  lend: (code) => between(code, 69, 70),
};

function between(code: string, first: number, last: number): boolean {
  const division = Number(code.slice(0, 2));
  return division >= first && division <= last;
}

/** What a folded text says is done; nothing where it does not say. */
export function activitiesIn(folded: string): ReadonlySet<Activity> {
  return new Set(ACTIVITIES.filter((activity) => WORDS[activity].test(folded)));
}

/** Whether what is done fits a class: `fits`, `not` where only something else is said, `silent` where nothing is. */
export function fitOf(said: ReadonlySet<Activity>, code: string): "fits" | "not" | "silent" {
  if (said.size === 0) return "silent";
  if ([...said].some((activity) => GROUPS[activity](code))) return "fits";
  return ACTIVITIES.some((activity) => GROUPS[activity](code)) ? "not" : "silent";
}
