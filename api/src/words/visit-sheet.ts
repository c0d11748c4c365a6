import { inLanguage, type BothTexts } from "./analysis.ts";
import { dayText } from "./day.ts";
import type { Language } from "./language.ts";
import type { SheetMaker } from "./owner-sheet.ts";
import type { Paper, PaperBlock, PaperPlace } from "./paper.ts";

/** A member as the staff's sheet lists it. */
export interface VisitedMember {
  readonly name: string;
  readonly industryName: string | null;
  readonly municipalityName: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  /** Whom to ask for. */
  readonly representative: string | null;
  /** Regular employees, in words. */
  readonly employees: string | null;
  readonly place: { readonly lat: number; readonly lon: number; readonly estimated: boolean } | null;
}

/** What the staff's sheet is written from: the candidate as the screens word it. */
export interface VisitSheet {
  readonly name: string;
  readonly summary: string;
  readonly bandName: string;
  /** Two where too little is known for a number. */
  readonly bands: readonly unknown[];
  /** Bounds of the score, 0 to 100,000. */
  readonly lower: number;
  readonly upper: number;
  /** Known facts, permille. */
  readonly coverage: number;
  readonly members: readonly VisitedMember[];
  readonly reasonsFor: readonly string[];
  readonly reasonsAgainst: readonly string[];
  readonly unknowns: readonly string[];
  readonly jointBusinesses: readonly { readonly name: string; readonly sentence: string }[];
  /** Worth knowing and not scored: ages, successors, organisations in common. */
  readonly asides: readonly string[];
  /** Cooperatives of a like trade near; null where no register is loaded. */
  readonly cooperatives: readonly { readonly name: string; readonly municipalityName: string }[] | null;
  /** Groups on their way that some of the members are in. */
  readonly groups: readonly { readonly name: string; readonly stageName: string; readonly sharedCount: number }[];
  readonly rules: readonly { readonly name: string; readonly sentence: string; readonly verdict: string }[];
  readonly maker: SheetMaker;
  /** The address of the candidate's page. */
  readonly address: string;
}

/** What the staff's sheet is called; its file carries the candidate's name, too. */
export function visitSheetTitle(language: Language): string {
  return inLanguage(["訪問用資料", "Sheet for a visit"], language);
}

/** What a candidate that nobody has named yet is called. */
export function candidateName(
  { purpose, rank }: { readonly purpose: string; readonly rank: number },
  language: Language,
): string {
  return inLanguage([`${purpose}：第${rank}候補`, `${purpose}: candidate ${rank}`], language);
}

/** The sheet a coordinator takes along on a visit: for staff only, it names every member. */
export function visitPaper(sheet: VisitSheet, language: Language): Paper {
  const say = (texts: BothTexts) => inLanguage(texts, language);
  const { maker } = sheet;
  const [made, by] = [dayText(maker.on, language), maker.coordinator];
  return {
    title: sheet.name,
    ...{ language, author: maker.federation, size: "usual", above: visitSheetTitle(language) },
    mark: say(["取扱注意（中央会の内部用）", "Confidential: federation only"]),
    from: [sheet.summary, ...scoreTexts(sheet).map(say)],
    code: { address: sheet.address, caption: [say(["候補の画面", "On the screen"])] },
    foot: say([`${maker.federation} 印刷 ${made} ${by}`, `${maker.federation}  Printed ${made} by ${by}`]),
    blocks: [
      ...mapBlocks(sheet.members, say),
      memberTable(sheet.members, say),
      { kind: "columns", columns: [weighed(sheet, say), toTalkOver(sheet, language)] },
      { kind: "space", label: say(["メモ", "Notes"]), lines: 3 },
    ],
  };
}

type Say = (texts: BothTexts) => string;

/** What the candidate is worth, and what would tell more. */
function weighed({ reasonsFor, reasonsAgainst, unknowns }: VisitSheet, say: Say): PaperBlock[] {
  return [
    ...told(["よいところ", "What speaks for it"], orNothing(reasonsFor, say), say),
    ...told(["気になるところ", "What speaks against it"], orNothing(reasonsAgainst, say), say),
    ...told(["訪問でお尋ねすること", "What to ask"], orNothing(unknowns, say), say),
  ];
}

/** What to speak about, and what to know before. */
function toTalkOver(sheet: VisitSheet, language: Language): PaperBlock[] {
  const say = (texts: BothTexts) => inLanguage(texts, language);
  return [
    ...told(["共同事業の案", "Joint business"], sheet.jointBusinesses.map(jointBusinessItem(language)), say),
    ...told(["すでにあるもの", "What is there already"], thereAlready(sheet).map(say), say),
    ...told(["知っておくこと（点数外）", "Worth knowing (not scored)"], sheet.asides, say),
    ...told(["法令などで確かめること", "Rules to look into"], openRules(sheet), say),
  ];
}

/** Points of 100 with one digit, rounded down: never told better than they are. */
function pointsText(bound: number): string {
  return (Math.floor(bound / 100) / 10).toFixed(1);
}

function scoreTexts({ bandName, bands, lower, upper, coverage }: VisitSheet): readonly BothTexts[] {
  const [from, to, known] = [pointsText(lower), pointsText(upper), Math.floor(coverage / 10)];
  const both = from === to ? from : `${from}～${to}`;
  // Where only bands are told, no number stands beside them.
  const points: BothTexts = bands.length === 1 ? [` ${both}点（100点満点）`, `, ${both} points of 100`] : ["", ""];
  return [
    [`見込み：${bandName}${points[0]}`, `Band: ${bandName}${points[1]}`],
    [`把握できている情報：${known}％`, `Known: ${known}%`],
  ];
}

function mapBlocks(members: readonly VisitedMember[], say: Say): PaperBlock[] {
  const places = members.flatMap(({ place }, index): PaperPlace[] => (place ? [{ number: index + 1, ...place }] : []));
  const caption = say([
    "番号は下の表の事業者です。点線の丸は、住所からの推定です。",
    "Numbers as in the table; dashed is an estimate.",
  ]);
  return places.length === 0 ? [] : [{ kind: "map", caption, places }];
}

function memberTable(members: readonly VisitedMember[], say: Say): PaperBlock {
  const unknown = say(["未確認", "not known"]);
  return {
    kind: "table",
    header: [
      ["番号", "No."],
      ["事業者", "Business"],
      ["業種・従業員数", "Trade, employees"],
      ["所在地", "Place"],
      ["電話", "Telephone"],
    ].map(([ja = "", en = ""]) => say([ja, en])),
    widths: [7, 23, 17, 36, 17],
    rows: members.map((member, index) => [
      ...[String(index + 1), nameCell(member, say), tradeCell(member, unknown, say)],
      ...[member.address ?? member.municipalityName ?? unknown, member.phone ?? unknown],
    ]),
  };
}

/** A business with whom to ask for, where somebody noted it. */
function nameCell({ name, representative }: VisitedMember, say: Say): string {
  return representative ? say([`${name}（代表 ${representative}）`, `${name} (${representative})`]) : name;
}

function tradeCell({ industryName, employees }: VisitedMember, unknown: string, say: Say): string {
  const trade = industryName ?? unknown;
  return employees ? say([`${trade}・${employees}`, `${trade}, ${employees}`]) : trade;
}

/** Cooperatives and groups told on the sheet; the screen has all. */
const THERE_TOLD_MAX = 3;

/** What may do already what this group would; that no register is loaded is said, for then nothing is known. */
function thereAlready({ cooperatives, groups }: VisitSheet): BothTexts[] {
  const near = (cooperatives ?? []).slice(0, THERE_TOLD_MAX).map(({ name, municipalityName }): BothTexts => {
    return [`組合：${name}（${municipalityName}）`, `Cooperative: ${name} (${municipalityName})`];
  });
  const onTheirWay = groups.slice(0, THERE_TOLD_MAX).map(({ name, stageName, sharedCount }): BothTexts => {
    return [
      `進行中のグループ：${name}（${stageName}、${sharedCount}者が同じ）`,
      `Group on its way: ${name} (${stageName}, ${sharedCount} the same)`,
    ];
  });
  const unread: readonly BothTexts[] = [
    ["似た業種の組合：登録資料がないため、分かりません。", "Cooperatives: no register is loaded, so it is not known."],
  ];
  return [...(cooperatives === null ? unread : near), ...onTheirWay];
}

function told(heading: BothTexts, items: readonly string[], say: Say): PaperBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", text: say(heading) },
    { kind: "list", items },
  ];
}

/** What nobody knows of is said, too. */
function orNothing(items: readonly string[], say: Say): readonly string[] {
  return items.length > 0 ? items : [say(["今のところ、ありません。", "Nothing so far."])];
}

const jointBusinessItem =
  (language: Language) =>
  ({ name, sentence }: VisitSheet["jointBusinesses"][number]): string =>
    inLanguage([`${name} ${sentence}`, `${name}: ${sentence}`], language);

/** Rules not known to be met, unless they stand among what speaks against already. */
function openRules({ rules, reasonsAgainst }: VisitSheet): string[] {
  return rules
    .filter(({ verdict, sentence }) => verdict !== "PASS" && !reasonsAgainst.includes(sentence))
    .map(({ sentence }) => sentence);
}
