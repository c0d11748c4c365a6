import { isPurpose, type Purpose } from "../purpose.ts";
import { evenWidth, foldForSearch, legalFormOf } from "../text.ts";
import { isNone, type CellReading } from "./cell.ts";
import type { BusinessKind, Successor } from "./facts.ts";
import type { CellProblem } from "./import-problem.ts";

const KIND_WORDS: Readonly<Record<BusinessKind, string>> = {
  individual: "個人 個人事業 個人事業主 個人事業者 自営 sole individual",
  corporation: "法人 会社 団体 corp corporate",
  "stock-company": "株式会社 株式 (株)",
  "limited-company": "有限会社 有限 (有)",
  "limited-liability-company": "合同会社 合同 (同)",
  "limited-partnership": "合資会社 合資 (資)",
  "general-partnership": "合名会社 合名 (名)",
  cooperative: "協同組合 事業協同組合 企業組合 協業組合 組合 (協) (企)",
  association: "一般社団法人 公益社団法人 一般財団法人 公益財団法人 社団法人 財団法人 (一社) (公社) (一財) (公財)",
  nonprofit: "特定非営利活動法人 npo法人 npo (特非)",
  "medical-corporation": "医療法人 医療法人社団 (医)",
  "agricultural-cooperative": "農事組合法人 (農)",
  "social-welfare-corporation": "社会福祉法人 (福)",
};
const KIND_BY_WORD = new Map<string, BusinessKind>(
  Object.entries(KIND_WORDS).flatMap(([kind, words]) =>
    [kind, ...words.split(" ")].map((word) => [foldForSearch(word), kind as BusinessKind] as const),
  ),
);

/** Kinds of corporations as the National Tax Agency numbers them in its files of corporate numbers (法人種別). */
const KIND_BY_NUMBER: ReadonlyMap<string, BusinessKind> = new Map([
  ["101", "corporation"],
  ["201", "corporation"],
  ["301", "stock-company"],
  ["302", "limited-company"],
  ["303", "general-partnership"],
  ["304", "limited-partnership"],
  ["305", "limited-liability-company"],
  ["399", "corporation"],
  ["401", "corporation"],
  ["499", "corporation"],
]);

/** Reads whether a business is a person or a corporation, and its form: 個人, 法人, 法人（株式会社）, ㈱. */
export function readKind(text: string): CellReading<BusinessKind> {
  const folded = foldForSearch(text).replace(/^[\d０-９]+[.:：、]?/, "");
  const inner = /^法人[(:・/-]?(.+?)\)?$/.exec(folded)?.[1];
  const number = KIND_BY_NUMBER.get(evenWidth(text));
  const kind = number ?? KIND_BY_WORD.get(inner ?? folded) ?? KIND_BY_WORD.get(folded);
  return kind === undefined ? { problem: { code: "KIND_NOT_READ" } } : { value: kind };
}

/** Whether the row speaks of a corporation: it says so, or its name carries a legal form. */
export function isCorporation(kind: BusinessKind | undefined, name: string): boolean {
  return kind === undefined ? legalFormOf(name) !== undefined : kind !== "individual";
}

const SUCCESSOR_WORDS: Readonly<Record<Successor, string>> = {
  yes: "有 有り あり 決定 決定済 決まっている いる ○ 〇 ◯ 1 true",
  no: "無 無し なし 不在 いない × x 0 false",
  undecided: "未定 検討中 未決定 △ わからない",
  candidate: "候補あり 候補有 候補者あり 候補",
  closing: "廃業予定 廃業 自分の代で廃業 自分の代でやめる 閉業予定",
};
const SUCCESSOR_BY_WORD = new Map<string, Successor>(
  Object.entries(SUCCESSOR_WORDS).flatMap(([answer, words]) =>
    [answer, ...words.split(" ")].map((word) => [foldForSearch(word), answer as Successor] as const),
  ),
);

/** Reads how succession stands: 有 無 未定 候補あり 廃業予定, or yes no undecided candidate closing. */
export function readSuccessor(text: string): CellReading<Successor> {
  const answer = SUCCESSOR_BY_WORD.get(foldForSearch(text).replace(/^後継者/, ""));
  return answer === undefined ? { problem: { code: "SUCCESSOR_NOT_READ" } } : { value: answer };
}

const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  COOPERATIVE: "共通課題の解決 共通課題 協同組合 事業協同組合 組合設立",
  SHARED_ORDERS: "共同受注",
  JOINT_PURCHASING: "共同購買 共同仕入 共同購入",
  CROSS_INDUSTRY: "異業種連携 異業種交流",
  YEAR_ROUND_WORK: "通年の仕事づくり 通年の仕事 通年雇用 特定地域づくり",
};
const PURPOSE_BY_WORD = new Map<string, Purpose>(
  Object.entries(PURPOSE_WORDS).flatMap(([purpose, words]) =>
    words.split(" ").map((word) => [foldForSearch(word), purpose as Purpose] as const),
  ),
);

/** Reads purposes by code or Japanese name; 興味なし is known to be none, an unknown word is left out and told. */
export function readPurposes(text: string): CellReading<readonly Purpose[]> {
  const purposes = new Set<Purpose>();
  const notices: CellProblem[] = [];
  for (const word of text.split(/[\n;；・／、,，]/).map((each) => evenWidth(each))) {
    const code = word.toUpperCase().replace(/[\s-]/g, "_");
    const purpose = isPurpose(code) ? code : PURPOSE_BY_WORD.get(foldForSearch(word));
    if (purpose !== undefined) purposes.add(purpose);
    else if (word !== "" && !saysNo(word)) notices.push({ code: "PURPOSE_NOT_KNOWN", item: word });
  }
  if (purposes.size === 0 && notices.length > 0) return { problem: notices[0]! };
  return { value: [...purposes], notices };
}

function saysNo(word: string): boolean {
  return isNone(word) || /^(?:興味|関心|意向|希望)(?:なし|無し?|はない|がない)$/.test(word);
}
