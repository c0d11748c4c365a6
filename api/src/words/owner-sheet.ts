import type { PlainDate } from "#domain/calendar.ts";
import type { Purpose } from "#domain/purpose.ts";
import type { OwnerView } from "#matching/owner-view.ts";
import { inLanguage, type BothTexts } from "./analysis.ts";
import { askedFactName } from "./analysis-facts.ts";
import { dayText } from "./day.ts";
import type { LabelOf } from "./label.ts";
import type { Language } from "./language.ts";
import { ownerBandText, ownerPurposeText, ownerReasonText, ownerRuleText } from "./owner-analysis.ts";
import type { Paper, PaperBlock } from "./paper.ts";

/** Who hands a sheet over, and when. */
export interface SheetMaker {
  readonly federation: string;
  readonly coordinator: string;
  readonly on: PlainDate;
}

/** The owner's own business, as it stands on its sheet: nothing here is of another's. */
export interface OwnBusiness {
  readonly name: string;
  readonly industryName: string | null;
  /** Codes of what it does well. */
  readonly capabilities: readonly string[];
  /** The address of its record, for staff. */
  readonly address: string;
}

/** What an owner's sheet is written from. */
export interface OwnerSheet {
  readonly purpose: Purpose;
  readonly view: OwnerView;
  readonly own: OwnBusiness;
  readonly maker: SheetMaker;
}

interface OwnerReader {
  readonly language: Language;
  readonly labelOf: LabelOf;
  /** The name of a kind of cooperative business. */
  readonly jointBusinessName: (code: string) => string;
}

/** Things of one kind told of a business; its profile has all. */
const TOLD_MAX = 3;

/** What the sheet for owners is called, in a file's name too. */
export function ownerSheetTitle(language: Language): string {
  return inLanguage(["事業者向け説明資料", "Sheet for an owner"], language);
}

/** The sheet an owner may be handed: who asks, about what, why this business, what comes next, and an answer to tick. */
export function ownerPaper({ purpose, view, own, maker }: OwnerSheet, reader: OwnerReader): Paper {
  const { language } = reader;
  const say = (texts: BothTexts) => inLanguage(texts, language);
  return {
    title: say(["連携のご相談", "May we ask you?"]),
    ...{ language, author: maker.federation, size: "large" },
    mark: say(["事業者さま用", "For the business"]),
    above: say([`${own.name} 様`, own.name]),
    from: fromLines(maker, say),
    code: { address: own.address, caption: [say(["中央会の控え", "For our staff"])] },
    foot: maker.federation,
    blocks: [
      { kind: "heading", text: say(["ご相談の内容", "What it is about"]) },
      { kind: "text", text: ownerPurposeText(purpose, language) },
      ...jointBusinessBlocks(view, reader),
      { kind: "heading", text: say(["お声がけした理由", "Why we thought of you"]) },
      { kind: "list", items: ownerReasons(view, language) },
      ...recordBlocks(view, own, reader),
      ...openBlocks(view, language),
      { kind: "heading", text: say(["これからの流れ", "What comes next"]) },
      { kind: "list", numbered: true, items: STEPS.map(say) },
      { kind: "text", text: say(NAMES_KEPT) },
      ...answerBlocks(say),
    ],
  };
}

/** Why a business was thought of, for its owner: three sentences at most. */
export function ownerReasons({ reasons, band }: OwnerView, language: Language): readonly string[] {
  return [...reasons.map((id) => ownerReasonText(id, language)), ownerBandText(band, language)];
}

type Say = (texts: BothTexts) => string;

const STEPS: readonly BothTexts[] = [
  [
    "下の欄に印をつけて、　　月　　日ごろまでに担当者へお渡しください。お電話でもかまいません。",
    "Please tick an answer below and hand it to our staff by ____________, or ring us.",
  ],
  [
    "お返事がそろったら、顔合わせの場を中央会がご案内します。",
    "Once we have the answers, we shall invite you to meet.",
  ],
  ["加わるかどうかは、お話を聞いたあとでお決めください。", "Whether to take part you decide after hearing more."],
];

const NAMES_KEPT: BothTexts = [
  "お名前は、お互いのご了承をいただくまで、ほかの事業者にお伝えしません。",
  "We name no business to another before both agree.",
];

const ANSWERS: readonly BothTexts[] = [
  ["前向きに考えたい", "I am interested"],
  ["まず話を聞いてみたい", "I should like to hear more first"],
  ["今回は見送りたい", "Not this time"],
];

function fromLines({ federation, coordinator, on }: SheetMaker, say: Say): string[] {
  return [
    say([dayText(on, "ja"), dayText(on, "en")]),
    federation,
    say([`担当：${coordinator}／電話：＿＿＿＿＿＿＿＿＿＿`, `${coordinator}, telephone: ____________________`]),
  ];
}

function jointBusinessBlocks(
  { jointBusinesses }: OwnerView,
  { language, jointBusinessName }: OwnerReader,
): PaperBlock[] {
  if (jointBusinesses.length === 0) return [];
  const names = jointBusinesses.map(jointBusinessName);
  const text = inLanguage([`共同で行う事業の例：${names.join("、")}`, `It could be: ${names.join(", ")}`], language);
  return [{ kind: "text", text }];
}

/** What is on record of the business itself, so that it can put it right. */
function recordBlocks({ sharedIssues }: OwnerView, own: OwnBusiness, { language, labelOf }: OwnerReader): PaperBlock[] {
  const joined = (kind: "issue" | "capability", codes: readonly string[]) =>
    codes
      .slice(0, TOLD_MAX)
      .map((code) => labelOf(kind, code))
      .join(language === "ja" ? "、" : ", ");
  const [issues, skills] = [joined("issue", sharedIssues), joined("capability", own.capabilities)];
  const known: readonly BothTexts[] = [
    ...(own.industryName ? [[`業種：${own.industryName}`, `Trade: ${own.industryName}`] as const] : []),
    ...(issues ? [[`課題：${issues}`, `Issues: ${issues}`] as const] : []),
    ...(skills ? [[`強み：${skills}`, `What you do well: ${skills}`] as const] : []),
  ];
  if (known.length === 0) return [];
  const heading: BothTexts = [
    "中央会の記録（違っていたらお知らせください）",
    "What we have on record of you (please tell us what is wrong)",
  ];
  return [
    { kind: "heading", text: inLanguage(heading, language) },
    { kind: "list", items: known.map((texts) => inLanguage(texts, language)) },
  ];
}

/** What a fact is called to the owner it is about; in Japanese that is no other name. */
function toTheOwner(name: string): string {
  return name.replace(/\btheir\b/g, "your").replace(/\bthey\b/g, "you");
}

/** What is not known yet: facts the owner can tell, and what the federation will look into. */
function openBlocks({ open, rules }: OwnerView, language: Language): PaperBlock[] {
  const names = open.map((fact) => toTheOwner(askedFactName(fact, language)));
  const untold: BothTexts = [
    `「${names.join("」「")}」を、まだうかがっていません。`,
    `You have not told us yet: ${names.join(", ")}.`,
  ];
  const items = [
    ...(names.length > 0 ? [inLanguage(untold, language)] : []),
    ...rules.map((rule) => ownerRuleText(rule, language)),
  ];
  if (items.length === 0) return [];
  const heading: BothTexts = ["まだ分からないこと", "What is not known yet"];
  return [
    { kind: "heading", text: inLanguage(heading, language) },
    { kind: "list", items },
  ];
}

function answerBlocks(say: Say): PaperBlock[] {
  return [
    { kind: "heading", text: say(["お返事（一つに印をつけてください）", "Your answer (please tick one)"]) },
    { kind: "choices", items: ANSWERS.map(say) },
    {
      kind: "text",
      strong: true,
      text: say([
        "この紙をお渡ししたことで、加入や出資が決まることはありません。",
        "This sheet binds you to nothing: neither to join nor to pay.",
      ]),
    },
    {
      kind: "text",
      text: say(["お答えは、中央会の担当者だけが見ます。", "Only our staff will see your answer."]),
    },
    { kind: "space", label: say(["ご質問・お気づきのこと", "Questions and remarks"]), lines: 3 },
  ];
}
