import type { PlainDate } from "#domain/calendar.ts";
import { corporateNumberCheckDigit } from "#domain/business/corporate-number.ts";
import type { BusinessIdentity } from "#domain/business/entry.ts";
import type { Fact, FactKey, Facts, FactSource, FactValues } from "#domain/business/facts.ts";
import { drawFrom, type Draw } from "./random-snapshot.ts";

/** An invented business, whole: what identifies it and what is known of it. */
export interface GeneratedBusiness {
  readonly identity: BusinessIdentity;
  readonly facts: Facts;
}

const words = (text: string) => text.split(/\s+/).map((each) => each.split(":") as [string, string]);

/** Written form and reading; old forms of kanji among them as in real registers. */
const SURNAMES =
  words(`山田:ヤマダ 髙橋:タカハシ 高橋:タカハシ 佐々木:ササキ 渡邊:ワタナベ 渡辺:ワタナベ 齋藤:サイトウ 斉藤:サイトウ
山﨑:ヤマサキ 山崎:ヤマザキ 澤田:サワダ 沢田:サワダ 濱田:ハマダ 浜田:ハマダ 廣瀬:ヒロセ 広瀬:ヒロセ 國方:クニカタ 三好:ミヨシ
𠮷田:ヨシダ 吉田:ヨシダ 大西:オオニシ 森:モリ 多田:タダ 川田:カワタ 香川:カガワ 宮武:ミヤタケ 黒川:クロカワ 藤澤:フジサワ
真鍋:マナベ 眞鍋:マナベ 植田:ウエタ 松本:マツモト 尾崎:オザキ 冨田:トミタ 富田:トミタ 島田:シマダ 嶋田:シマダ 櫻井:サクライ
谷本:タニモト 久保:クボ 石川:イシカワ 池田:イケダ 鎌田:カマタ 十河:ソゴウ 白川:シラカワ 中條:ナカジョウ 安部:アベ 綾:アヤ`);
const PLACES =
  words(`讃岐:サヌキ 瀬戸内:セトウチ 屋島:ヤシマ 栗林:リツリン 金刀比羅:コトヒラ 塩飽:シワク 小豆島:ショウドシマ 五色台:ゴシキダイ
庵治:アジ 牟礼:ムレ 香南:コウナン 丸亀:マルガメ 坂出:サカイデ 善通寺:ゼンツウジ 観音寺:カンオンジ 三豊:ミトヨ 飯山:ハンザン 満濃:マンノウ`);
const COINED =
  words(`みどり:ミドリ さくら:サクラ あおぞら:アオゾラ ひまわり:ヒマワリ オリーブ:オリーブ サンエー:サンエー フジ:フジ トーヨー:トーヨー
まるいち:マルイチ やまびこ:ヤマビコ ヴィーナス:ヴィーナス ジョイ:ジョイ ほのか:ホノカ こだま:コダマ つばめ:ツバメ いろは:イロハ`);

/** Trade words with their reading, the JSIC code and the capability; the first are the most frequent. */
const TRADES =
  `うどん店:ウドンテン:7633:うどん店の経営 建設:ケンセツ:0611:総合建設業 工務店:コウムテン:0651:木造建築 食堂:ショクドウ:7621:飲食店
美容室:ビヨウシツ:7831:美容業 鉄工所:テッコウショ:2441:鉄骨の加工 石材:セキザイ:2184:庵治石の加工 製麺所:セイメンジョ:0992:製麺
電気工業:デンキコウギョウ:0811:電気工事 運送:ウンソウ:4411:一般貨物運送 印刷:インサツ:1511:印刷物の企画・製造 塗装:トソウ:0741:塗装工事
木工:モッコウ:1311:木製家具の製造 漆器:シッキ:3271:香川漆器の製造 水産:スイサン:0311:水産加工・卸 青果:セイカ:5216:青果の卸売
酒店:サケテン:5851:酒類小売 醤油:ショウユ:0942:醤油の醸造 珈琲店:コーヒーテン:7671:喫茶店 自動車整備:ジドウシャセイビ:8911:自動車の整備
クリーニング:クリーニング:7811:クリーニング業 造園:ゾウエン:0622:造園工事 機械製作所:キカイセイサクショ:2651:産業機械の製作 手袋:テブクロ:1184:手袋の製造`
    .split(/\s+/)
    .map((each) => each.split(":") as [string, string, string, string]);

const FORMS = [
  ["株式会社", "", "stock-company"],
  ["㈱", "", "stock-company"],
  ["", "株式会社", "stock-company"],
  ["", "（株）", "stock-company"],
  ["有限会社", "", "limited-company"],
  ["", "㈲", "limited-company"],
  ["合同会社", "", "limited-liability-company"],
  ["", "", "individual"],
  ["", "", "individual"],
  ["", "", "individual"],
] as const;

/** Municipalities of Kagawa by their share of businesses in twenty, with towns and the middle of each. */
const TOWNS = [
  ["37201", 9, "高松市", "番町 木太町 屋島西町 牟礼町牟礼 香川町川東下 国分寺町新居 塩江町安原上東", 34.34, 134.05],
  ["37202", 3, "丸亀市", "大手町 飯山町川原 綾歌町栗熊東 土器町東", 34.29, 133.8],
  ["37203", 1, "坂出市", "京町 林田町 府中町", 34.32, 133.86],
  ["37204", 1, "善通寺市", "文京町 原田町 弘田町", 34.23, 133.79],
  ["37205", 1, "観音寺市", "坂本町 豊浜町和田浜 大野原町大野原", 34.13, 133.66],
  ["37206", 2, "さぬき市", "志度 長尾東 津田町津田", 34.32, 134.17],
  ["37208", 2, "三豊市", "高瀬町下勝間 詫間町詫間 仁尾町仁尾丁", 34.18, 133.71],
  ["37324", 1, "小豆郡小豆島町", "安田甲 苗羽甲", 34.48, 134.23],
] as const;

const ISSUES = ["K01", "K02", "K03", "K05", "K07", "K09", "K20", "K22"];
const ADVISERS = ["香川 花子", "瀬戸 一郎", "見本 太郎", "讃岐 良子"];
const NOTES = [
  "後継者について相談あり。秋にもう一度訪ねる。",
  "共同配送に関心。近隣の２社とは以前から付き合いがある。",
  "繁忙期は人手が足りない。パートを募集中。",
  "展示会に出たいとのこと。\n費用は補助金を検討。",
];
const SOURCES: readonly FactSource[] = ["list", "list", "list", "owner", "adviser", "register", "estimate"];

const pick = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)] as T;
/** The first of a list most often, the last seldom, as trades are (Zipf). */
const zipf = <T>(draw: Draw, from: readonly T[]): T => {
  const at = Math.floor(from.length ** (draw(10_000) / 10_000)) - 1;
  return from[Math.min(at, from.length - 1)] as T;
};
const two = (number: number) => String(number).padStart(2, "0");
const day = (draw: Draw, years: readonly [number, number]) =>
  `${years[0] + draw(years[1] - years[0] + 1)}-${two(1 + draw(12))}-${two(1 + draw(28))}` as PlainDate;

interface Named {
  readonly name: string;
  readonly kana: string;
  readonly kind: FactValues["kind"];
  readonly surname: string;
  readonly trade: readonly [string, string, string, string];
}

function namedBy(draw: Draw): Named {
  const trade = zipf(draw, TRADES);
  const surname = pick(draw, SURNAMES);
  const [stem, reading] = pick(draw, [surname, surname, pick(draw, PLACES), pick(draw, COINED)]);
  const [before, after, kind] = pick(draw, FORMS);
  const branch = draw(6) === 0 ? String(1 + draw(30)) : "";
  return {
    name: `${before}${stem}${trade[0]}${branch}${after}`,
    kana: `${reading}${trade[1]}`,
    kind,
    surname: surname[0],
    trade,
  };
}

const months = (draw: Draw, most: number) => Array.from({ length: 12 }, () => draw(most));
const levelled = (draw: Draw, tags: readonly string[]) =>
  [...new Set(Array.from({ length: draw(4) }, () => pick(draw, tags)))].map(
    (tag) => [tag, (1 + draw(3)) as 1 | 2 | 3] as const,
  );

/** Everything one row of a list can tell of one business. */
function valuesOf(draw: Draw, { kind, surname, trade }: Named): Omit<FactValues, "places"> {
  const [code, , city, streets, lat, lon] = pick(
    draw,
    TOWNS.flatMap((town) => Array.from({ length: town[1] }, () => town)),
  );
  const block = `${1 + draw(12)}丁目${1 + draw(40)}-${1 + draw(30)}`;
  const near = () => Math.round((draw(12_000) / 100_000 - 0.06) * 1e5) / 1e5;
  return {
    kind,
    representative: `${surname} ${pick(draw, ["一郎", "花子", "惠子", "﨑人", "誠"])}`,
    representativeTitle: kind === "individual" ? "店主" : "代表取締役",
    contactPerson: `${pick(draw, SURNAMES)[0]}（総務）`,
    postalCode: `76${String(draw(100_000)).padStart(5, "0")}`,
    address: `香川県${city}${pick(draw, streets.split(" "))}${block}`,
    municipality: code,
    place: { lat: Math.round((lat + near()) * 1e5) / 1e5, lon: Math.round((lon + near()) * 1e5) / 1e5 },
    industryCode: trade[2],
    industry: trade[3],
    capitalYen: (1 + draw(50)) * 1_000_000,
    employees: draw(60),
    established: pick(draw, [`${1950 + draw(70)}`, `${1950 + draw(70)}-${two(1 + draw(12))}`, day(draw, [1950, 2020])]),
    ownerAgeBand: pick(draw, ["30s", "40s", "50s", "60s", "70s", "80s"] as const),
    successor: pick(draw, ["yes", "no", "undecided", "candidate", "closing"] as const),
    licences: draw(3) === 0 ? [] : [{ kind: "food-restaurant", area: "37201", until: day(draw, [2026, 2031]) }],
    capabilities: levelled(draw, ["polishing", "plating", "delivery", "online-sales", "試作と小ロット"]),
    seeks: levelled(draw, ["painting", "design", "古い道具の修理"]),
    needs: levelled(draw, ISSUES),
    monthlyLoad: months(draw, 300),
    monthlyWorkers: months(draw, 60),
    monthlyCapacity: months(draw, 90),
    purchases: draw(2) === 0 ? [["小麦粉", 1000 * (1 + draw(900))]] : [["段ボール"], ["包装資材", 50_000]],
    ties: [`M${draw(100_000)}`],
    memberships: draw(4) === 0 ? [] : ["香川県商工会連合会"],
    customers: [pick(draw, ["地元の飲食店", "7123456789012", "県外の卸"])],
    purposes: pick(draw, [[], ["COOPERATIVE"], ["SHARED_ORDERS", "COOPERATIVE"], ["JOINT_PURCHASING"]] as const),
    leader: draw(4),
    adviser: pick(draw, ADVISERS),
    lastContact: day(draw, [2024, 2026]),
    note: pick(draw, NOTES),
    phone: `087-${100 + draw(900)}-${String(draw(10_000)).padStart(4, "0")}`,
    fax: `087-${100 + draw(900)}-${String(draw(10_000)).padStart(4, "0")}`,
    email: `info${draw(100_000)}@example.jp`,
    source: "会員名簿",
  };
}

const ROUGH: readonly FactKey[] = ["employees", "established"];

function factsOf(draw: Draw, values: Partial<FactValues>, knownOfTen: number): Facts {
  const known = (Object.keys(values) as FactKey[]).filter(() => draw(10) < knownOfTen);
  return Object.fromEntries(
    known.map((key): [FactKey, Fact<unknown>] => {
      const about = ROUGH.includes(key) && draw(5) === 0 ? { about: true as const } : {};
      return [key, { value: values[key], source: pick(draw, SOURCES), on: day(draw, [2024, 2026]), ...about }];
    }),
  ) as Facts;
}

function corporateNumber(index: number): string {
  const digits = `0000${String(index).padStart(8, "0")}`;
  return `${corporateNumberCheckDigit(digits)}${digits}`;
}

/** Invented businesses of Kagawa, the same for the same seed; `knownOfTen`: how many facts in ten are known. */
export function* generatedBusinesses(
  count: number,
  { seed = 37, knownOfTen = 6 }: { readonly seed?: number; readonly knownOfTen?: number } = {},
): Generator<GeneratedBusiness> {
  const draw = drawFrom(seed);
  for (let index = 0; index < count; index += 1) {
    const named = namedBy(draw);
    const identity = {
      name: named.name,
      externalId: `M${String(index).padStart(6, "0")}`,
      ...(draw(10) < 8 ? { nameKana: named.kana } : {}),
      ...(named.kind === "individual" ? {} : { corporateNumber: corporateNumber(index) }),
    };
    yield { identity, facts: factsOf(draw, valuesOf(draw, named), knownOfTen) };
  }
}
