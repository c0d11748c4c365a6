import { describe, expect, it } from "vitest";
import type { Purpose } from "#domain/purpose.ts";
import { analyse } from "#matching/analysis.ts";
import { bestReasons, reasonsOf } from "#matching/reasons.ts";
import type { SnapshotBusiness } from "#matching/snapshot.ts";
import type { ComponentId } from "#matching/terms.ts";
import { ask, members } from "../../test/questions.ts";
import { reasonText, type AnalysisReader } from "./analysis.ts";

const ja: AnalysisReader = { language: "ja", nameOf: (id) => `${id}社`, labelOf: (kind, code) => `${kind}:${code}` };
const en: AnalysisReader = { ...ja, language: "en", nameOf: (id) => `Firm ${id}` };

function told(
  [purpose, id]: readonly [Purpose, ComponentId],
  businesses: readonly SnapshotBusiness[],
  reader: AnalysisReader = ja,
) {
  const analysis = analyse(members(...businesses), ask(purpose));
  const whole = { ...reader, membersTotal: businesses.length };
  return reasonsOf(analysis)
    .filter((reason) => reason.id === id)
    .map((reason) => reasonText(reason, whole));
}

const summer = [0, 0, 0, 0, 20, 20, 20, 20, 20, 20, 20, 20];

describe("work for the whole year in words", () => {
  const year = (...monthlyWorkers: readonly (readonly number[])[]) =>
    monthlyWorkers.map((months, at): SnapshotBusiness => ({
      id: String.fromCharCode(97 + at),
      monthlyWorkers: months,
    }));

  it("says how many workers are wanted on average and in the leanest months, or in every month", () => {
    const winter = summer.map((tenths) => 22 - tenths);
    expect(told(["YEAR_ROUND_WORK", "year-round"], year(summer, winter))).toEqual([
      "求める人手は、どの月も2.2人分あり、合わせて一年を通した仕事になります。",
    ]);
    const two = [20, 20, ...Array<number>(10).fill(22)];
    expect(told(["YEAR_ROUND_WORK", "year-round"], year(two))[0]).toBe(
      "求める人手は月平均で2.1人分、いちばん少ない1月・2月で2人分あり、合わせて一年を通した仕事になります。",
    );
    expect(told(["YEAR_ROUND_WORK", "year-round"], year(summer, winter), en)[0]).toMatch(/work for the whole year\.$/);
  });

  it("names the months without work", () => {
    expect(told(["YEAR_ROUND_WORK", "year-round"], year(summer))).toEqual([
      "求める人手は月平均で1.3人分、いちばん少ない1月・2月・3月・4月で0人分です。少ない月を補えば、通年の仕事になります。",
      "1月・2月・3月・4月は、人手を求める事業者がいません。",
    ]);
  });

  it("says where it is less than one worker's year, or nothing at all", () => {
    expect(told(["YEAR_ROUND_WORK", "year-round"], year([119, ...Array<number>(11).fill(0)]))[0]).toBe(
      "求める人手は合わせて年に11.9人月で、一人分の通年の仕事（12人月）に届きません。",
    );
    expect(told(["YEAR_ROUND_WORK", "year-round"], year(Array<number>(12).fill(0)))).toEqual([
      "人手を求める事業者がいません。",
    ]);
  });
});

describe("trades in words", () => {
  const trades = (...industries: readonly string[]) =>
    industries.map((industry, at): SnapshotBusiness => ({
      id: String.fromCharCode(97 + at),
      industry,
      municipality: "41201",
    }));

  it("names rivals with their place and trade, and who has none", () => {
    expect(told(["CROSS_INDUSTRY", "low-rivalry"], trades("1031", "1031", "7511"))).toEqual([
      "c社には、グループの中に競合する同業者がいません。",
      "a社、b社は、どちらもmunicipality:41201のindustry:1031で、競合します。",
    ]);
    expect(told(["CROSS_INDUSTRY", "low-rivalry"], trades("1031", "7511"))).toEqual([
      "同じ市区町村に、競合する同業者はいません。",
    ]);
  });

  it.each([
    [["0971", "1031"], "業種がほどよく違い、強みを持ち寄れる組み合わせです。", "a社、b社は、業種がほどよく違います。"],
    [["0971", "7511"], "業種の違う事業者の組み合わせです。", "a社、b社は、業種が大きく離れています。"],
    [["0971", "0972"], "業種の似た事業者が多い組み合わせです。", "a社、b社は、業種がごく近い間柄です。"],
    [["0971", "0971"], "業種の似た事業者が多い組み合わせです。", "a社、b社は同じ業種です。"],
  ])("says of %j how they differ", (industries, whole, closest) => {
    expect(told(["CROSS_INDUSTRY", "useful-distance"], trades(...industries))).toEqual([whole, closest]);
  });
});

describe("purchases in words", () => {
  const buyers = ["a", "b", "c"].map((id): SnapshotBusiness => ({
    id,
    purchases: [
      ["段ボール", 120_000],
      [`${id}だけの品`, 5_500],
    ],
  }));

  it("says of each member how much goes to what others buy too, and of each item who buys it", () => {
    const texts = told(["JOINT_PURCHASING", "purchase-overlap"], buyers);
    expect(texts[0]).toBe("a社の仕入（月125,500円）のうち月12万円は、ほかに2者以上が買う「段ボール」です。");
    expect(texts.at(-1)).toBe("「段ボール」を3者全員が仕入れています（合わせて月36万円）。");
  });

  it("says plainly where everything a member buys is bought by others too", () => {
    const alike = ["a", "b", "c"].map((id): SnapshotBusiness => ({ id, purchases: [["灯油", 380_000]] }));
    expect(told(["JOINT_PURCHASING", "purchase-overlap"], alike)[0]).toBe(
      "a社の仕入（月38万円）は、どれもほかに2者以上が買う「灯油」です。",
    );
  });

  it("gives the item with its buyers as the reason for a group", () => {
    const [first] = bestReasons(analyse(members(...buyers), ask("JOINT_PURCHASING")));
    expect(first && reasonText(first, en)).toBe("Firm a, Firm b, Firm c buy “段ボール”, ¥360,000 a month together.");
  });
});
