import type { DuplicateSubject } from "#domain/business/duplicate-traits.ts";
import type { Facts } from "#domain/business/facts.ts";
import type { PlainDate } from "#domain/calendar.ts";

/** One writing-down of an invented business. */
export interface LabelledRecord extends DuplicateSubject {
  /** Which business it is. */
  readonly truth: string;
  /** What was done to it, for whoever looks into a miss. */
  readonly dirt: readonly string[];
}

/** A business before it is written down. */
export interface Truth {
  readonly stem: string;
  readonly stemKana: string;
  readonly trade: string;
  readonly tradeKana: string;
  readonly form: string;
  readonly city: string;
  readonly town: string;
  readonly block: readonly [number, number, number];
  readonly building: string;
  readonly phone: string;
  readonly person: string;
  readonly corporateNumber: string | undefined;
}

/** A small generator of numbers in [0, 1): mulberry32. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Family names and words with their readings. */
export const STEMS = (
  "山田:ヤマダ 高橋:タカハシ 佐藤:サトウ 鈴木:スズキ 田中:タナカ 渡辺:ワタナベ 伊藤:イトウ 中村:ナカムラ 小林:コバヤシ 加藤:カトウ 吉田:ヨシダ " +
  "山本:ヤマモト 斎藤:サイトウ 松本:マツモト 井上:イノウエ 木村:キムラ 林:ハヤシ 清水:シミズ 山崎:ヤマザキ 池田:イケダ 橋本:ハシモト 阿部:アベ " +
  "石川:イシカワ 前田:マエダ 藤田:フジタ 岡田:オカダ 後藤:ゴトウ 長谷川:ハセガワ 村上:ムラカミ 近藤:コンドウ 大浜:オオハマ 宮沢:ミヤザワ " +
  "広瀬:ヒロセ 国分:コクブ 桜井:サクライ 富岡:トミオカ 中島:ナカジマ 島田:シマダ さくら:サクラ ひまわり:ヒマワリ みどり:ミドリ あさひ:アサヒ " +
  "まるふく:マルフク こもれび:コモレビ サンライズ:サンライズ オリーブ:オリーブ ショコラ:ショコラ ファミーユ:ファミーユ 讃岐:サヌキ 瀬戸内:セトウチ 屋島:ヤシマ 玉藻:タマモ"
)
  .split(" ")
  .map((pair) => pair.split(":") as [string, string]);
const TRADES = (
  "製作所:セイサクショ 商店:ショウテン 電機:デンキ 建設:ケンセツ 工業:コウギョウ 印刷:インサツ 製麺:セイメン 酒造:シュゾウ 水産:スイサン " +
  "青果:セイカ 精肉店:セイニクテン 理容所:リヨウショ 美容室:ビヨウシツ 塗装:トソウ 運輸:ウンユ 造園:ゾウエン 木工:モッコウ 鉄工所:テッコウショ " +
  "食堂:ショクドウ うどん店:ウドンテン 菓子舗:カシホ クリーニング:クリーニング ベーカリー:ベーカリー 設備:セツビ 自動車:ジドウシャ 石材:セキザイ"
)
  .split(" ")
  .map((pair) => pair.split(":") as [string, string]);
const FORMS = ["", "", "株式会社", "株式会社", "有限会社", "合同会社"];
const CITIES = [
  "高松市",
  "丸亀市",
  "坂出市",
  "善通寺市",
  "観音寺市",
  "さぬき市",
  "三豊市",
  "綾歌郡綾川町",
  "木田郡三木町",
];
/** Towns of every city. */
export const TOWNS =
  "番町 中央町 栄町 本町 旭町 港町 朝日町 城東町 太田上町 木太町 仏生山町 新田町 春日町 古新町 瓦町 亀井町 天神前 西宝町 林町 多肥上町".split(
    " ",
  );
/** Buildings with tenants. */
export const BUILDINGS = ["浜田ビル", "中央ハイツ", "第二山下ビル", "サンポートプラザ"];
/** Given names. */
export const GIVEN = "太郎 花子 一郎 健 誠 直樹 由美 恵子 隆 進 明美 和夫 修 裕子 浩二 正".split(" ");
const DAY = "2026-11-01" as PlainDate;

/** A written-down record while it is dirtied. */
export interface Draft {
  name: string;
  kana: string | undefined;
  address: string | undefined;
  phone: string | undefined;
  person: string | undefined;
  number: string | undefined;
}

/** Invents businesses and writes them down; the same seed makes the same ones. */
export class Maker {
  readonly records: LabelledRecord[] = [];
  readonly #chance: () => number;
  #phones = 0;
  #numbers = 0;

  constructor(seed: number) {
    this.#chance = chanceOf(seed);
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#chance() * items.length)] as T;
  }
  below(share: number): boolean {
    return this.#chance() < share;
  }
  count(low: number, high: number): number {
    return low + Math.floor(this.#chance() * (high - low + 1));
  }

  phone(): string {
    this.#phones += 1;
    const digits = String(1_000_000 + ((this.#phones * 7_919) % 8_999_999));
    return `087-${digits.slice(0, 3)}-${digits.slice(3)}`;
  }

  number(): string {
    this.#numbers += 1;
    return `${1 + (this.#numbers % 9)}${String(470_000_000_000 + this.#numbers)}`;
  }

  truth(): Truth {
    const [stem, stemKana] = this.pick(STEMS);
    const [trade, tradeKana] = this.pick(TRADES);
    const form = this.pick(FORMS);
    return {
      ...{ stem, stemKana, trade, tradeKana, form, city: this.pick(CITIES), town: this.pick(TOWNS) },
      block: [this.count(1, 6), this.count(1, 28), this.count(1, 40)],
      building: this.below(0.15) ? `${this.pick(BUILDINGS)}${this.count(1, 8)}階` : "",
      ...{ phone: this.phone(), person: `${this.pick(STEMS.slice(0, 38))[0]} ${this.pick(GIVEN)}` },
      corporateNumber: form !== "" && this.below(0.5) ? this.number() : undefined,
    };
  }

  draft(truth: Truth): Draft {
    const { stem, stemKana, trade, tradeKana, form, city, town, block, building, corporateNumber } = truth;
    return {
      name: `${form}${stem}${trade}`,
      kana: this.below(0.6) ? `${stemKana}${tradeKana}` : undefined,
      address: `香川県${city}${town}${block[0]}丁目${block[1]}番${block[2]}号${building === "" ? "" : ` ${building}`}`,
      phone: this.below(0.9) ? truth.phone : undefined,
      person: this.below(0.7) ? truth.person : undefined,
      number: corporateNumber,
    };
  }

  write(truth: string, { name, kana, address, phone, person, number }: Draft, dirt: readonly string[]): void {
    const fact = <T>(value: T) => ({ value, source: "list" as const, on: DAY });
    const facts: Facts = {
      ...(address === undefined ? {} : { address: fact(address) }),
      ...(phone === undefined ? {} : { phone: fact(phone) }),
      ...(person === undefined ? {} : { representative: fact(person) }),
    };
    const identity = {
      ...(kana === undefined ? {} : { nameKana: kana }),
      ...(number === undefined ? {} : { corporateNumber: number }),
    };
    this.records.push({
      id: `r${String(this.records.length).padStart(5, "0")}`,
      truth,
      name,
      ...identity,
      facts,
      dirt,
    });
  }
}
