import {
  BUILDINGS,
  GIVEN,
  Maker,
  STEMS,
  TOWNS,
  type Draft,
  type LabelledRecord,
  type Truth,
} from "./invented-businesses.ts";

type Dirt = (draft: Draft, truth: Truth, maker: Maker) => void;

const wide = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0));
const hiragana = (text: string) => text.replace(/[ァ-ン]/g, (one) => String.fromCodePoint(one.codePointAt(0)! - 0x60));
const OLD: Readonly<Record<string, string>> = {
  高: "髙",
  浜: "濱",
  沢: "澤",
  辺: "邊",
  広: "廣",
  国: "國",
  斎: "齋",
  桜: "櫻",
  崎: "﨑",
  島: "嶋",
  吉: "𠮷",
  富: "冨",
  鉄: "鐵",
};
const HOMOPHONES: readonly (readonly [string, string])[] = [
  ["製作所", "制作所"],
  ["斎藤", "斉藤"],
  ["阿部", "安部"],
  ["伊藤", "井藤"],
  ["設備", "設美"],
  ["清水", "志水"],
  ["工業", "興業"],
  ["建設", "健設"],
];
const KANJI_DIGITS = "〇一二三四五六七八九";

/** Every kind of dirt a list is found to have, each as it comes about. */
const DIRTS: Readonly<Record<string, Dirt>> = {
  formAtTheEnd: (draft, { stem, trade, form }) => void (draft.name = `${stem}${trade}${form}`),
  formShort: (draft, { form, stem, trade }, maker) => {
    const [circled, bracketed] = { 株式会社: ["㈱", "（株）"], 有限会社: ["㈲", "(有)"], 合同会社: ["(同)", "（同）"] }[
      form
    ] ?? ["", ""];
    const short = maker.pick([circled, bracketed]);
    draft.name = maker.below(0.5) ? `${short}${stem}${trade}` : `${stem}${trade}${short}`;
  },
  formMissing: (draft, { stem, trade }) => void (draft.name = `${stem}${trade}`),
  oldKanji: (draft) => void (draft.name = [...draft.name].map((one) => OLD[one] ?? one).join("")),
  width: (draft, { stem, form, trade }) => {
    draft.name = `${form}\u3000${stem}\u3000${trade}`.trim();
    draft.phone = draft.phone && wide(draft.phone);
    draft.address = draft.address && wide(draft.address);
  },
  kanaForKanji: (draft, { stemKana, trade, form }) => void (draft.name = `${form}${hiragana(stemKana)}${trade}`),
  wholeInKana: (draft, { stemKana, tradeKana, form }) => void (draft.name = `${form}${stemKana}${tradeKana}`),
  otherKana: (draft, { stem, trade, form }) => void (draft.name = `${form}${hiragana(stem)}${hiragana(trade)}`),
  addressInHyphens: (draft, { city, town, block }) => void (draft.address = `${city}${town}${block.join("-")}`),
  addressInKanji: (draft, { city, town, block }) =>
    void (draft.address = `香川県${city}${town}${KANJI_DIGITS[block[0]]}丁目${block[1]}番地${block[2]}`),
  addressWithoutCity: (draft, { town, block }) => void (draft.address = `${town}${block.join("－")}`),
  phoneOtherwise: (draft) => void (draft.phone = draft.phone?.replace(/-/, "(").replace(/-/, ")")),
  phoneWithoutHyphens: (draft) => void (draft.phone = draft.phone?.replace(/-/g, "")),
  moved: (draft, truth, maker) => {
    draft.address = `香川県${truth.city}${maker.pick(TOWNS)}${maker.count(1, 6)}丁目${maker.count(1, 28)}番${maker.count(1, 40)}号`;
    draft.phone = truth.phone;
  },
  phoneOnly: (draft, truth) => Object.assign(draft, { address: undefined, person: undefined, phone: truth.phone }),
  addressOnly: (draft) => Object.assign(draft, { phone: undefined, person: undefined }),
  newPhone: (draft, _truth, maker) => void (draft.phone = maker.phone()),
  newRepresentative: (draft, _truth, maker) => void (draft.person = `${maker.pick(STEMS)[0]} ${maker.pick(GIVEN)}`),
  slip: (draft, { form, stem, trade }, maker) => {
    const letters = [...`${stem}${trade}`];
    const at = maker.count(1, letters.length - 2);
    const [left = "", right = ""] = letters.slice(at, at + 2);
    const [swapped, dropped, doubled] = [[right, left], [right], [left, left, right]];
    letters.splice(at, 2, ...maker.pick([swapped, dropped, doubled]));
    draft.name = `${form}${letters.join("")}`;
  },
  homophone: (draft) => {
    const found = HOMOPHONES.find(([right]) => draft.name.includes(right));
    if (found) draft.name = draft.name.replace(found[0], found[1]);
  },
  renamed: (draft, { corporateNumber, form }, maker) => {
    if (corporateNumber === undefined) return;
    draft.name = `${form}${maker.pick(STEMS)[0]}ホールディングス`;
    draft.number = corporateNumber;
  },
  numberMissing: (draft) => void (draft.number = undefined),
};

/** Dirt that takes an address or telephone number away comes alone, and a name is spoilt once. */
const ON_NAME = [
  "formAtTheEnd",
  "formShort",
  "formMissing",
  "oldKanji",
  "width",
  "kanaForKanji",
  "wholeInKana",
  "otherKana",
  "slip",
  "homophone",
  "renamed",
];
const ON_CONTACT = [
  "addressInHyphens",
  "addressInKanji",
  "addressWithoutCity",
  "phoneOtherwise",
  "phoneWithoutHyphens",
  "moved",
  "phoneOnly",
  "addressOnly",
  "newPhone",
  "newRepresentative",
];

function dirtied(truth: Truth, maker: Maker): { draft: Draft; dirt: string[] } {
  const dirt: string[] = [];
  if (maker.below(0.75)) dirt.push(maker.pick(ON_NAME));
  if (maker.below(0.75) || dirt.length === 0) dirt.push(maker.pick(ON_CONTACT));
  if (!dirt.includes("renamed") && maker.below(0.5)) dirt.push("numberMissing");
  const draft = maker.draft(truth);
  for (const kind of dirt) DIRTS[kind]?.(draft, truth, maker);
  return { draft, dirt };
}

type Trap = (truth: Truth, maker: Maker) => Truth;

/** Businesses that look like another and are not it. */
const TRAPS: Readonly<Record<string, Trap>> = {
  sameNameOtherTown: (truth, maker) => ({
    ...maker.truth(),
    stem: truth.stem,
    stemKana: truth.stemKana,
    trade: truth.trade,
    tradeKana: truth.tradeKana,
    form: truth.form,
    corporateNumber: undefined,
  }),
  branch: (truth, maker) => ({
    ...truth,
    corporateNumber: undefined,
    town: maker.pick(TOWNS),
    block: [maker.count(1, 6), maker.count(1, 28), maker.count(1, 40)],
    phone: maker.phone(),
    building: "",
  }),
  sonsShop: (truth, maker) => ({
    ...maker.truth(),
    stem: truth.stem,
    stemKana: truth.stemKana,
    city: truth.city,
    town: truth.town,
    block: truth.block,
    building: "",
    form: "",
    person: `${truth.stem} ${maker.pick(GIVEN)}`,
  }),
  sameBuilding: (truth, maker) => ({
    ...maker.truth(),
    city: truth.city,
    town: truth.town,
    block: truth.block,
    building: `${maker.pick(BUILDINGS)}9階`,
  }),
  sharedOffice: (truth, maker) => ({
    ...maker.truth(),
    city: truth.city,
    town: truth.town,
    block: truth.block,
    building: truth.building,
    phone: truth.phone,
  }),
  otherForm: (truth, maker) => ({
    ...maker.truth(),
    stem: truth.stem,
    stemKana: truth.stemKana,
    trade: truth.trade,
    tradeKana: truth.tradeKana,
    city: truth.city,
    town: truth.town,
    form: truth.form === "" ? "有限会社" : "",
  }),
  otherNumber: (truth, maker) => ({
    ...truth,
    form: "株式会社",
    corporateNumber: maker.number(),
    phone: maker.phone(),
    person: maker.truth().person,
  }),
  neighbourOfLikeName: (truth, maker) => ({
    ...maker.truth(),
    trade: truth.trade,
    tradeKana: truth.tradeKana,
    city: truth.city,
    town: truth.town,
    block: truth.block,
    building: "",
  }),
  sameOwner: (truth, maker) => ({
    ...maker.truth(),
    form: truth.form === "" ? "" : "有限会社",
    person: truth.person,
    city: truth.city,
  }),
};

/**
 * Records of which it is known which ones are one business, made by these rules and a seed:
 *
 * - A business has a name (family name or word, trade, legal form or none), a reading, a town with a block and a house
 *   number, sometimes a building; a telephone number; a representative.
 * - Two in five are written down a second time, and of those one in eight a third time, with one to three kinds of dirt
 *   of DIRTS. These have a telephone number and an address the first time, and dirt leaves one of them as it was: by a
 *   name alone nobody could tell.
 * - Every tenth business has a neighbour of TRAPS: another business that looks like it, and is not it.
 *
 * Facts are told at random as lists do: a reading for three in five, a representative for seven in ten, a telephone
 * number for nine in ten. Nothing here uses the code that is tested.
 */
export function labelledBusinesses(count: number, seed: number): readonly LabelledRecord[] {
  const maker = new Maker(seed);
  for (let index = 0; maker.records.length < count; index += 1) {
    const name = `b${index}`;
    const truth = maker.truth();
    const isTwice = maker.below(0.4);
    maker.write(name, { ...maker.draft(truth), ...(isTwice ? { phone: truth.phone } : {}) }, []);
    if (isTwice) {
      const { draft, dirt } = dirtied(truth, maker);
      maker.write(name, draft, dirt);
      if (maker.below(0.125)) {
        const again = dirtied(truth, maker);
        maker.write(name, again.draft, again.dirt);
      }
    }
    if (index % 10 === 0) {
      const trap = maker.pick(Object.keys(TRAPS));
      const other = (TRAPS[trap] as Trap)(
        trap === "otherNumber" ? { ...truth, corporateNumber: truth.corporateNumber ?? maker.number() } : truth,
        maker,
      );
      maker.write(`${name} ${trap}`, maker.draft(other), [trap]);
    }
  }
  return maker.records.slice(0, count);
}
