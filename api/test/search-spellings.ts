import type { PlainDate } from "#domain/calendar.ts";
import type { BusinessIdentity } from "#domain/business/entry.ts";
import type { Fact, FactKey, Facts } from "#domain/business/facts.ts";

/** A business people look for, and every way of typing that must find it among the first ten. */
export interface SpelledBusiness {
  readonly identity: BusinessIdentity;
  readonly facts: Facts;
  readonly spellings: readonly string[];
}

type Told = Partial<
  Record<"address" | "industry" | "note" | "phone" | "representative" | "postalCode" | "email", string>
>;

/** `written`: the name and, after a slash, its reading. */
function business(written: string, told: Told, spellings: string): SpelledBusiness {
  const [name = "", nameKana] = written.split("/");
  const facts = Object.entries(told).map(([key, value]): [FactKey, Fact<unknown>] => [
    key as FactKey,
    { value, source: "list", on: "2026-04-01" as PlainDate },
  ]);
  return {
    identity: { name, ...(nameKana === undefined ? {} : { nameKana }) },
    facts: Object.fromEntries(facts) as Facts,
    spellings: spellings.split("|").map((spelling) => spelling.trim()),
  };
}

function keyed(identity: BusinessIdentity, spellings: readonly string[]): SpelledBusiness {
  return { identity, facts: {}, spellings };
}

/** Old and new kanji, one for the other. */
const KANJI = [
  business(
    "髙嶋鐵工所/タカシマテッコウショ",
    {},
    "髙嶋鐵工所|高島鉄工所|髙島鉄工|高嶋鐵工|たかしまてっこう|タカシマテツコウ",
  ),
  business(
    "㈱濵﨑造船/ハマサキゾウセン",
    {},
    "濵﨑造船|浜崎造船|濱崎造船|浜﨑|はまさきぞうせん|はまざきぞうせん|株式会社浜崎造船",
  ),
  business("渡邉櫛店/ワタナベクシテン", {}, "渡邉櫛店|渡辺櫛店|渡邊櫛|わたなべくし|ワタナベクシテン"),
  business(
    "齊藤齒車製作所/サイトウハグルマセイサクショ",
    {},
    "齊藤齒車|斎藤歯車|斉藤歯車製作所|齋藤歯車|さいとうはぐるま",
  ),
  business(
    "𠮷澤硝子店/ヨシザワガラステン",
    {},
    "𠮷澤硝子|吉沢硝子|吉澤硝子店|よしざわがらす|よしさわがらす|ヨシザワ ガラス",
  ),
  business("榮壽堂藥局/エイジュドウヤッキョク", {}, "榮壽堂|栄寿堂薬局|栄寿堂|えいじゅどう|エイジユドウ"),
  business("國廣眞珠/クニヒロシンジュ", {}, "國廣眞珠|国広真珠|国廣眞珠|くにひろしんじゅ"),
  business("瀧澤龍興業/タキザワリュウコウギョウ", {}, "瀧澤龍興業|滝沢竜興業|滝沢龍|たきざわりゅう|タキサワリユウ"),
  business("櫻曻堂/オウショウドウ", {}, "櫻曻堂|桜昇堂|おうしょうどう|オウシヨウ"),
  business("佐々木佛壇店/ササキブツダンテン", {}, "佐々木佛壇|佐佐木仏壇|佐々木仏壇店|ささきぶつだん|ササキ仏壇"),
  business("鷗邊釣具/カモベツリグ", {}, "鷗邊釣具|鴎辺釣具|かもべつりぐ|カモベ"),
  business("萬屋豐吉/ヨロズヤトヨキチ", {}, "萬屋豐吉|万屋豊吉|よろずやとよきち|よろづやとよきち"),
];

/** Legal forms wherever they stand, whole and half typed. */
const FORMS = [
  business(
    "㈱空海屋/クウカイヤ",
    {},
    "株式会社空海屋|空海屋株式会社|㈱空海屋|(株)空海屋|空海屋（株）|空海屋㈱|株式会社空海|空海屋株|空海屋(株|株式会社　空海屋",
  ),
  business(
    "琴弾製菓株式会社/コトヒキセイカ",
    {},
    "株式会社琴弾製菓|㈱琴弾|琴弾製菓㈱|琴弾製菓(株)|琴弾 株式会社|株式会社 琴弾|ことひきせいか|琴弾製菓株式",
  ),
  business(
    "有限会社父母ヶ浜観光/チチブガハマカンコウ",
    {},
    "㈲父母ヶ浜観光|父母ケ浜観光|父母ヶ浜|有限会社父母ヶ|父母ヶ浜観光㈲|（有）父母ヶ浜|ちちぶがはま|チチブカハマ",
  ),
  business("合同会社紫雲ラボ/シウンラボ", {}, "紫雲ラボ|(同)紫雲ラボ|合同会社紫雲|紫雲らぼ|シウンラボ|しうんらほ"),
  business(
    "農事組合法人満濃池ファーム/マンノウイケファーム",
    {},
    "満濃池ファーム|(農)満濃池|農事組合法人満濃池|まんのういけふぁーむ|マンノウイケフアーム|満濃池ふぁむ",
  ),
  business(
    "特定非営利活動法人うみほたる/ウミホタル",
    {},
    "うみほたる|NPO法人うみほたる|ＮＰＯ法人うみほたる|特定非営利活動法人うみ|ウミボタル",
  ),
  business(
    "東讃建具製造協同組合/トウサンタテグセイゾウキョウドウクミアイ",
    {},
    "東讃建具|東讃建具製造協同組合|東讃建具製造協|(協)東讃建具|とうさんたてぐ",
  ),
  business(
    "一般社団法人おもてなし直島/オモテナシナオシマ",
    {},
    "おもてなし直島|(一社)おもてなし|一般社団法人おもてなし|オモテナシ直島|直島 おもてなし",
  ),
];

/** Kana for kanji, small and large kana, long vowels, voicing, width. */
const READINGS = [
  business(
    "讃岐一刀彫/サヌキイットウボリ",
    {},
    "さぬきいっとうぼり|サヌキイットウホリ|ｻﾇｷｲｯﾄｳ|さぬきいつとう|讃岐一刀|さぬき いっとう",
  ),
  business("ヴィラ庵治ヶ浜/ヴィラアジガハマ", {}, "ヴィラ庵治|ビラ庵治|びらあじ|ヴィラ庵治ケ浜|ゔぃら庵治"),
  business(
    "コーヒー焙煎 豆蔵/コーヒーバイセンマメゾウ",
    {},
    "コーヒー焙煎豆蔵|コーヒ焙煎|こーひー焙煎 豆蔵|ｺｰﾋｰ焙煎|こひばいせん|まめぞう コーヒー|豆蔵",
  ),
  business("キャンドル工房ティアラ", {}, "キャンドル工房|きやんどる工房|ティアラ キャンドル|ｷｬﾝﾄﾞﾙ ﾃｨｱﾗ|テイアラ"),
  business(
    "一ノ宮はきもの店/イチノミヤハキモノテン",
    {},
    "一ノ宮はきもの|一の宮はきもの|一之宮はきもの|いちのみやはきもの",
  ),
  business(
    "Ｇｒｅｅｎ Ｗａｖｅ/グリーンウェーブ",
    {},
    "green wave|GREEN|Ｇｒｅｅｎ　ｗａｖｅ|greenwave|グリーンウェーブ|ぐりんうぇぶ|グリンウエーブ",
  ),
  business("つづら縫製/ツヅラホウセイ", {}, "つづら縫製|つずら縫製|ツヅラ|つづらほうせい"),
  business(
    "サン・オリヴィエ/サンオリヴィエ",
    {},
    "サン・オリヴィエ|サンオリヴィエ|さんおりびえ|サンオリビエ|オリヴィエ",
  ),
  business(
    "鶴羽打上花火製造所/ツルハウチアゲハナビセイゾウショ",
    {},
    "鶴羽 花火|花火 鶴羽|つるは はなび|うちあげはなび|打上花火|ツルハ ウチアゲ",
  ),
  business(
    "丸亀うちわの竹虎/マルガメウチワノタケトラ",
    {},
    "うちわの竹虎|うちわ 竹虎|たけとら うちわ|竹虎 丸亀|まるがめうちわの",
  ),
];

/** What is found by where it is, how it is reached, what it does and what was noted. */
const OTHERS = [
  business(
    "甲乙商店/コウオツショウテン",
    { address: "香川県小豆郡土庄町豊島家浦二丁目3番地の15", phone: "0879-68-9991", postalCode: "7614661" },
    "豊島家浦2-3-15|豊島家浦二丁目3番地|豊島家浦２－３－１５|土庄町豊島家浦|0879689991|0879-68-9991|０８７９－６８－９９９１|0879-68-999|甲乙 豊島|香川県小豆郡土庄町豊島家浦2丁目",
  ),
  business(
    "丙丁工房/ヘイテイコウボウ",
    { industry: "ちりめん細工の製造", representative: "鬼無 桃太郎", email: "momo@heitei.example.jp" },
    "ちりめん細工|チリメン|ちりめん 製造|鬼無桃太郎|鬼無 桃太郎|momo@heitei|丙丁 ちりめん",
  ),
  business(
    "戊己堂/ボキドウ",
    { note: "盆栽の輸出に関心。\n台湾の商談会に出たい。", address: "高松市鬼無町佐藤1番地" },
    "盆栽の輸出|盆栽 輸出|台湾の商談会|台湾 盆栽|鬼無町佐藤|戊己 台湾|ぼきどう",
  ),
  keyed({ name: "庚辛運輸", externalId: "K-98765" }, ["K-98765", "k98765", "Ｋ－９８７６５", "庚辛"]),
  keyed({ name: "壬癸園芸", corporateNumber: "7470001999999" }, [
    "7470001999999",
    "７４７０００１９９９９９９",
    "7470001999",
    "壬癸",
  ]),
  business(
    "屋島獅子舞保存菓子舗/ヤシマシシマイホゾンカシホ",
    { address: "高松市屋島中町字東4丁目12-8", phone: "(087) 841-0007" },
    "屋島中町字東4-12-8|屋島中町東4丁目12|0878410007|087-841-0007|ししまい 屋島|獅子舞 菓子|獅子舞保存菓子舖|屋島 獅子舞 中町|ししまいほそん",
  ),
];

/** The written list: each spelling with the business that must be among the first ten. */
export const SPELLED_BUSINESSES: readonly SpelledBusiness[] = [...KANJI, ...FORMS, ...READINGS, ...OTHERS];
