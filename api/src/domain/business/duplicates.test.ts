import { describe, expect, it } from "vitest";
import type { LabelledRecord } from "../../../test/invented-businesses.ts";
import { labelledBusinesses } from "../../../test/labelled-businesses.ts";
import type { PlainDate } from "../calendar.ts";
import { clusterSizes, findDuplicates, likesOf, type DuplicatePair } from "./duplicates.ts";
import type { FactKey, FactValues, Facts } from "./facts.ts";

/** Records of the labelled set, and the seeds it is made from: each seed is a set of its own. */
const RECORDS = 2_000;
const SEEDS = [1, 2, 3, 4, 5];
/** What was asked for. */
const PRECISION_MIN = 0.98;
const RECALL_MIN = 0.95;

function figuresOf(records: readonly LabelledRecord[]) {
  const truthOf = new Map(records.map(({ id, truth }) => [id, truth]));
  const likely = findDuplicates(records).filter(({ sureness }) => sureness !== "POSSIBLE");
  const right = likely.filter(({ oneId, otherId }) => truthOf.get(oneId) === truthOf.get(otherId)).length;
  const counts = new Map<string, number>();
  for (const { truth } of records) counts.set(truth, (counts.get(truth) ?? 0) + 1);
  const pairs = [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  return { pairs, precision: right / likely.length, recall: right / pairs };
}

describe("duplicates among 2,000 labelled records", () => {
  it.each(SEEDS)("are proposed with a precision of 0.98 or more and a recall of 0.95 or more, from seed %i", (seed) => {
    const records = labelledBusinesses(RECORDS, seed);
    const { pairs, precision, recall } = figuresOf(records);
    console.log(`seed ${seed}: ${pairs} pairs, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`);
    expect(records).toHaveLength(RECORDS);
    expect(pairs).toBeGreaterThan(500);
    expect(precision).toBeGreaterThanOrEqual(PRECISION_MIN);
    expect(recall).toBeGreaterThanOrEqual(RECALL_MIN);
  });

  it("are the same whatever the order of the records", () => {
    const records = labelledBusinesses(500, 9);
    expect(findDuplicates([...records].reverse())).toEqual(findDuplicates(records));
  });
});

type Told = Partial<Pick<FactValues, "address" | "phone" | "representative" | "email" | "places">> & {
  readonly name: string;
  readonly nameKana?: string;
  readonly corporateNumber?: string;
};

const HERE = "高松市番町1-2-3";
const PHONE = "087-111-2222";

function subject(id: string, { name, nameKana, corporateNumber, ...values }: Told) {
  const facts = Object.entries(values).map(([key, value]) => {
    return [key, { value, source: "list", on: "2026-11-21" as PlainDate }] as const;
  }) as [FactKey, unknown][];
  const identity = { ...(nameKana ? { nameKana } : {}), ...(corporateNumber ? { corporateNumber } : {}) };
  return { id, name, ...identity, facts: Object.fromEntries(facts) as Facts };
}

const surenessOf = (one: Told, other: Told) => findDuplicates([subject("a", one), subject("b", other)])[0]?.sureness;

describe("two businesses", () => {
  it.each<[string, Told, Told]>([
    [
      "one corporate number",
      { name: "㈱讃岐", corporateNumber: "7000012050002" },
      { name: "四国堂", corporateNumber: "7000012050002" },
    ],
    [
      "name, place and phone",
      { name: "㈱讃岐", address: HERE, phone: PHONE },
      { name: "讃岐株式会社", address: "香川県高松市番町一丁目2番3号", phone: "０８７（１１１）２２２２" },
    ],
    [
      "name, place and person",
      { name: "髙田商店", address: HERE, representative: "山田　太郎" },
      { name: "高田商店", address: HERE, representative: "山田太郎" },
    ],
  ])("with %s are nearly certain to be one", (_what, one, other) => {
    expect(surenessOf(one, other)).toBe("CERTAIN");
  });

  it.each<[string, Told, Told]>([
    [
      "name and phone, at another address: it moved",
      { name: "讃岐堂", address: HERE, phone: PHONE },
      { name: "讃岐堂", address: "丸亀市港町9-9", phone: PHONE },
    ],
    ["name and address alone", { name: "讃岐堂", address: HERE }, { name: "讃岐堂", address: HERE }],
    [
      "a name without its form, at one telephone number",
      { name: "㈱讃岐堂", phone: PHONE },
      { name: "讃岐堂", phone: PHONE },
    ],
    [
      "a slip in the name, at one address",
      { name: "ひまわりクリーニング", address: HERE },
      { name: "ひまわりクリーニグ", address: HERE },
    ],
    [
      "one reading, at one address",
      { name: "木村食堂", nameKana: "キムラショクドウ", address: HERE },
      { name: "きむらしょくどう", address: HERE },
    ],
    [
      "kana for kanji, at one address and telephone number",
      { name: "木村食堂", address: HERE, phone: PHONE },
      { name: "キムラ食堂", address: HERE, phone: PHONE },
    ],
    [
      "another kanji that sounds alike, at one address and telephone number",
      { name: "斎藤製作所", address: HERE, phone: PHONE },
      { name: "斉藤製作所", address: HERE, phone: PHONE },
    ],
    [
      "kana for kanji and the last word left off, where everything else agrees",
      {
        name: "㈱髙嶋鐵工所",
        address: "青森県青森市新町１丁目２－３",
        phone: "０１７－７２２－１２３４",
        representative: "髙嶋　一郎",
      },
      { name: "㈱タカシマ鉄工", address: "青森市新町1-2-3", phone: "017-722-1234", representative: "高嶋一郎" },
    ],
    [
      "another word for the trade, at one address with one person",
      { name: "美容室さくら", address: HERE, representative: "佐藤花子" },
      { name: "ヘアサロンさくら", address: HERE, representative: "佐藤 花子" },
    ],
    [
      "one named as the premises of the other",
      { name: "うどん一番", address: HERE },
      { name: "㈱讃岐", address: "高松市林町5", places: [{ name: "うどん一番", address: HERE }] },
    ],
  ])("with %s likely are one", (_what, one, other) => {
    expect(surenessOf(one, other)).toBe("LIKELY");
  });

  it.each<[string, Told, Told]>([
    [
      "one name and owner at other addresses: branches",
      { name: "讃岐堂", address: HERE, representative: "山田太郎" },
      { name: "讃岐堂", address: "丸亀市港町9-9", representative: "山田太郎" },
    ],
    [
      "other legal forms at one address",
      { name: "有限会社讃岐", address: HERE },
      { name: "株式会社讃岐", address: HERE },
    ],
    [
      "a form that one lacks, with another telephone number",
      { name: "山田", address: HERE, phone: PHONE },
      { name: "山田有限会社", address: HERE, phone: "087-333-4444" },
    ],
    [
      "one name at one address, with another person and telephone number",
      { name: "讃岐堂", address: HERE, phone: PHONE, representative: "山田太郎" },
      { name: "讃岐堂", address: HERE, phone: "087-333-4444", representative: "鈴木花子" },
    ],
    [
      "a word in common and other readings, at one address with one person",
      { name: "美容室さくら", nameKana: "ビヨウシツサクラ", address: HERE, representative: "佐藤花子" },
      { name: "ヘアサロンさくら", nameKana: "ヘアサロンサクラ", address: HERE, representative: "佐藤花子" },
    ],
    [
      "other names, where address, telephone number and person agree",
      { name: "㈱讃岐堂", address: HERE, phone: PHONE, representative: "山田太郎" },
      { name: "㈱四国印刷", address: HERE, phone: PHONE, representative: "山田太郎" },
    ],
  ])("with %s may be one, and may not", (_what, one, other) => {
    expect(surenessOf(one, other)).toBe("POSSIBLE");
  });

  it.each<[string, Told, Told]>([
    [
      "different corporate numbers",
      { name: "㈱讃岐", address: HERE, phone: PHONE, corporateNumber: "7000012050002" },
      { name: "㈱讃岐", address: HERE, phone: PHONE, corporateNumber: "2000012010019" },
    ],
    [
      "one name in other towns",
      { name: "さくら美容室", address: HERE },
      { name: "さくら美容室", address: "丸亀市港町9-9" },
    ],
    [
      "one building",
      { name: "讃岐堂", address: `${HERE} 浜田ビル1階` },
      { name: "四国印刷", address: `${HERE} 浜田ビル2階` },
    ],
    ["an address and the name of a trade", { name: "山田製麺所", address: HERE }, { name: "池上造園", address: HERE }],
    [
      "a father's name and a son's",
      { name: "山田電機", address: HERE, representative: "山田太郎", phone: PHONE },
      { name: "山田造園", address: HERE, representative: "山田一郎", phone: "087-333-4444" },
    ],
    [
      "a word in common at one address, with nobody in common",
      { name: "山田製麺所", address: HERE, representative: "山田太郎" },
      { name: "山田造園", address: HERE, representative: "山田一郎" },
    ],
    [
      "one person at one address and names with nothing in common",
      { name: "讃岐堂", address: HERE, representative: "山田太郎" },
      { name: "四国印刷", address: HERE, representative: "山田太郎" },
    ],
    [
      "a number that differs",
      { name: "第一工業", address: HERE, phone: PHONE },
      { name: "第二工業", address: HERE, phone: PHONE },
    ],
  ])("with %s are not proposed", (_what, one, other) => {
    expect(surenessOf(one, other)).toBeUndefined();
  });

  it("are told with what agrees and what contradicts, the agreements first", () => {
    const pairs = findDuplicates([
      subject("a", { name: "讃岐堂", address: HERE, phone: PHONE }),
      subject("b", { name: "讃岐堂", address: HERE, phone: "087-333-4444" }),
    ]);
    expect(pairs[0]?.reasons).toEqual([
      { trait: "name", agreement: "same" },
      { trait: "address", agreement: "same" },
      { trait: "phone", agreement: "differs" },
    ]);
  });
});

describe("what many have in common", () => {
  it("is no reason: the telephone number of a shared office, from its third name on", () => {
    const office = (names: readonly string[]) =>
      findDuplicates(names.map((name, index) => subject(`b${index}`, { name, phone: PHONE }))).length;
    expect(office(["ひまわりクリーニング", "ひまわりクリーニグ"])).toBe(1);
    expect(office(["ひまわりクリーニング", "ひまわりクリーニグ", "讃岐堂"])).toBe(0);
  });

  it("is no reason: a name that four bear", () => {
    const named = (count: number) =>
      findDuplicates(Array.from({ length: count }, (_, index) => subject(`b${index}`, { name: "美容室さくら" })))
        .length;
    expect([named(3), named(4)]).toEqual([3, 0]);
  });
});

describe("several entries of one business", () => {
  it("are counted together over likely pairs, and not over possible ones", () => {
    const pair = (oneId: string, otherId: string, sureness: DuplicatePair["sureness"] = "LIKELY") => ({
      oneId,
      otherId,
      sureness,
      reasons: [],
    });
    const sizes = clusterSizes([pair("a", "b"), pair("b", "c"), pair("c", "d", "POSSIBLE"), pair("x", "y", "CERTAIN")]);
    expect(Object.fromEntries(sizes)).toEqual({ a: 3, b: 3, c: 3, x: 2, y: 2 });
  });
});

describe("a business that is described", () => {
  it("is compared with each of those at hand, the surest first, however common its name", () => {
    const told = (value: string) => ({ value, source: "list", on: "2026-01-01" as PlainDate }) as const;
    const one = (id: string, name: string, facts: Facts = {}) => ({ id, name, facts });
    const [phone, address] = [told("087-000-0001"), told("高松市番町1-1-1")];
    const others = [
      one("far", "もみじ", { address: told("高松市番町3-3-3") }),
      one("called", "モミジ", { phone }),
      one("same", "もみじ", { phone, address }),
      one("other", "かえで"),
    ];
    const likes = likesOf(one("", "もみじ", { phone, address }), others);
    expect(likes).toEqual([
      { id: "same", sureness: "CERTAIN" },
      { id: "called", sureness: "LIKELY" },
    ]);
  });
});
