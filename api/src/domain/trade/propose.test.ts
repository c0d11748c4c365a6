import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { IndustryRow } from "#domain/reference-data.ts";
import { readDataFolder } from "#files/reference/data-folder.ts";
import { loadTradeWords } from "#files/seeds/trade-words.ts";
import { loadVocabularies } from "#files/seeds/vocabularies.ts";
import { HELD_OUT_TEXTS, TRADE_TEXTS } from "../../../test/trade-texts.ts";
import { clearTrade } from "./clear.ts";
import { tradeProposer, type TradeProposer } from "./propose.ts";

const words = loadTradeWords();
const divisions = loadVocabularies()
  .industries.filter(({ code }) => /^\d{2}$/.test(code))
  .map(({ code, ja }) => ({ code, name: ja, examples: [], phrases: [] }));
const withoutClasses = tradeProposer({ ...words, classes: [], divisions });

type Texts = typeof TRADE_TEXTS;

/** Share of texts whose class is among the first three. */
function shareFound(propose: TradeProposer, texts: Texts, digits: 2 | 4): number {
  const found = texts.filter(([text, code]) =>
    propose(text)
      .slice(0, 3)
      .some((proposal) => proposal.code === code.slice(0, digits)),
  );
  return found.length / texts.length;
}

describe("trades in words, with what is shipped alone", () => {
  it("are proposed as divisions, the right one among the first three for nine in ten", () => {
    expect(TRADE_TEXTS.length).toBeGreaterThanOrEqual(200);
    expect(shareFound(withoutClasses, TRADE_TEXTS, 2)).toBeGreaterThanOrEqual(0.9);
    expect(withoutClasses("パン屋").every(({ code }) => code.length === 2)).toBe(true);
  });

  it("are clear where the text says one trade and nothing else", () => {
    expect(withoutClasses("うどん店")[0]).toEqual({ code: "76", sureness: "clear" });
    expect(withoutClasses("うどんも出す民宿の近く")[0]?.sureness).toBe("likely");
    expect(withoutClasses("その他")).toEqual([]);
  });
});

describe("a clear trade", () => {
  const clear = clearTrade(words.trades, 4);

  it("is a trade word by itself, with 業, 店 or 屋 behind it or not", () => {
    expect([clear("うどん店"), clear("ウドン屋"), clear("左官業"), clear("美容室経営")]).toEqual([
      ...["7631", "7631", "0751", "7831"],
    ]);
  });

  it("is what several words share, and nothing where they share nothing", () => {
    expect(clear("うどん店・居酒屋")).toBe("76");
    expect(clear("うどん店・美容室")).toBeUndefined();
    expect([clear("うどん店と、それから色々"), clear(""), clear("・")]).toEqual([undefined, undefined, undefined]);
  });

  it("is two digits at most where the finer classes are not loaded", () => {
    expect(clearTrade(words.trades, 2)("うどん店")).toBe("76");
  });

  it("is not told by a word of several classes", () => {
    expect(clear("鉄工所")).toBeUndefined();
  });
});

const folder = process.env["REFERENCE_DATA"] ?? new URL("../../../../../shared/data", import.meta.url).pathname;
const isThere = existsSync(`${folder}/jsic`);
if (!isThere) console.log("Skipped: the trade classes are not there (set REFERENCE_DATA).");

describe.skipIf(!isThere)("trades in words, with all classes loaded", () => {
  const rows = isThere ? (readDataFolder(folder).found.find(({ set }) => set.id === "industries-14")?.rows ?? []) : [];
  const classes = (rows as readonly IndustryRow[]).filter(({ code }) => /^\d{2}[1-9]\d$/.test(code));
  const propose = tradeProposer({ ...words, classes, divisions });

  it("are proposed with four digits, the right class among the first three for nine in ten", () => {
    expect(classes).toHaveLength(1_284);
    expect(shareFound(propose, TRADE_TEXTS, 4)).toBeGreaterThanOrEqual(0.9);
  });

  it("hold up on texts that were written after the words and never tuned on", () => {
    expect(shareFound(propose, HELD_OUT_TEXTS, 4)).toBeGreaterThanOrEqual(0.75);
  });
});
