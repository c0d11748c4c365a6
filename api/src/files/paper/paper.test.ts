import { inflateRawSync } from "node:zlib";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { visitPaper, type VisitSheet } from "#words/visit-sheet.ts";
import type { PlainDate } from "#domain/calendar.ts";
import type { Paper } from "#words/paper.ts";
import { drawnSheet, nameOf, textsOf } from "../../../test/owner-papers.ts";
import { openPdfSetter, type PdfSetter } from "./paper-pdf.ts";
import { paperPdf } from "./paper-press.ts";
import { paperWord } from "./paper-word.ts";

let setter: PdfSetter;
beforeAll(() => {
  setter = openPdfSetter();
});

/** The text of each page, without the spaces and breaks of its setting. */
async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((page) => page.replace(/\s/g, ""));
}

/** The parts of a Word document by name, unpacked. */
function partsOf(docx: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(docx);
  const parts = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, name, extra, note] = [
      bytes.readUInt32LE(at + 20),
      ...[28, 30, 32].map((to) => bytes.readUInt16LE(at + to)),
    ] as [number, number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(from, from + packed);
    const plain = bytes.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body);
    parts.set(bytes.toString("utf8", at + 46, at + 46 + name), plain.toString("utf8"));
    at += 46 + name + extra + note;
  }
  return parts;
}

const wordsOf = (xml = "") => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("\n");

/** A staff's sheet of so many members with long names and addresses. */
function visitOf(count: number): Paper {
  const sheet: VisitSheet = {
    ...{
      name: "共通課題の解決（組合づくり）：第1候補",
      summary: "共通課題の解決（組合づくり）／八戸市・三沢市／4～15者／8km以内",
    },
    ...{ bandName: "有力", bands: ["STRONG"], lower: 71_390, upper: 74_300, coverage: 912 },
    members: Array.from({ length: count }, (_, index) => ({
      ...{ name: `有限会社継手溶接工業${index + 1}`, industryName: "製缶板金・溶接", municipalityName: "八戸市" },
      ...{ address: `青森県八戸市むすび町工業団地3丁目9-${index + 1}`, phone: `0178-00-00${10 + index}` },
      ...{ representative: index % 2 === 0 ? "継手 太郎" : null, employees: "12人" },
      place: { lat: 40.5 + index / 300, lon: 141.5, estimated: index === 1 },
    })),
    reasonsFor: ["「受注変動・繁閑」を5者全員が共通の課題にしています。", "互いに近い場所にあります。", "規模が近い。"],
    reasonsAgainst: ["「まとめ役」は低めです。"],
    unknowns: ["𠮷田鉄工に「月別負荷」をお尋ねください。", "𠮷田鉄工に「従業員数」をお尋ねください。"],
    jointBusinesses: [
      {
        name: "共同受注",
        sentence: "「受注変動・繁閑」に応える共同事業です（中小企業等協同組合法第9条の2第1項第1号）。",
      },
    ],
    asides: [
      "代表者が70歳以上の事業者は1者です（年代が分かる5者のうち）。",
      "5者全員は八戸機械工業会に加入しています。",
    ],
    cooperatives: [{ name: "八戸鉄工協同組合", municipalityName: "八戸市" }],
    groups: [{ name: "むすび工業団地 機械加工の共同受注", stageName: "発掘", sharedCount: 5 }],
    rules: [{ name: "組合員の資格（規模）", sentence: "規模を確かめてください。", verdict: "UNKNOWN" }],
    maker: { federation: "青森県中小企業団体中央会", coordinator: "見本 花子", on: "2026-11-21" as PlainDate },
    address: "https://musubi.example.jp/discover/abc/1",
  };
  return visitPaper(sheet, "ja");
}

describe("a sheet as PDF", () => {
  it("holds every text, names in rare characters too, on one page for the owner", async () => {
    const { paper } = drawnSheet(7);
    const named = { ...paper, above: "𠮷田・髙﨑商店 様" };
    const [page = "", ...others] = await pagesOf(setter.set([named]));
    expect(others).toEqual([]);
    const said = textsOf(named).filter(
      (text) => text !== paper.title && text !== paper.author && text !== paper.code.address,
    );
    for (const text of said) expect(page).toContain(text.replace(/\s/g, ""));
    expect(page).toContain("1／1");
  });

  it("fits on one page for an owner of whom most is to be told", async () => {
    const papers = Array.from({ length: 60 }, (_, seed) => drawnSheet(seed).paper);
    const longest = papers.toSorted((a, b) => textsOf(b).join("").length - textsOf(a).join("").length)[0] as Paper;
    const told = { ...longest, above: `${"長".repeat(40)}株式会社 様` };
    expect(await pagesOf(setter.set([told]))).toHaveLength(1);
  });

  it("has one page for a visit to eight, and goes on for thirty under the header of the table", async () => {
    expect(await pagesOf(setter.set([visitOf(8)]))).toHaveLength(1);
    const pages = await pagesOf(setter.set([visitOf(30)]));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[1]).toContain("番号事業者業種・従業員数所在地電話");
    pages.forEach((page, index) => {
      expect(page).toContain(`${index + 1}／${pages.length}`);
      expect(page).toContain("取扱注意（中央会の内部用）");
    });
  });

  it("gives what is written as it is written: nothing in a name is read as a command", async () => {
    const odd = '#panic()_*$x$<end>"\\ [店]';
    const [page] = await pagesOf(setter.set([{ ...drawnSheet(3).paper, above: odd }]));
    expect(page).toContain(odd.replace(/\s/g, ""));
  });

  it("names in its properties the kind of sheet and the federation, and no time", async () => {
    const { info } = await getMeta(await getDocumentProxy(new Uint8Array(setter.set([drawnSheet(3).paper]))));
    expect(info).toMatchObject({ Title: "連携のご相談", Author: "香川県中小企業団体中央会", Language: "ja" });
    expect(info).not.toHaveProperty("CreationDate");
  });

  it("is set outside the process that asks, with page numbers of its own for each sheet", async () => {
    const pages = await pagesOf(await paperPdf([drawnSheet(1).paper, drawnSheet(2).paper]));
    expect(pages.map((page) => page.includes("1／1"))).toEqual([true, true]);
    // The title stands once: the header repeats it on further pages alone.
    expect(pages.map((page) => page.split("連携のご相談").length - 1)).toEqual([1, 1]);
  });
});

describe("a sheet as a Word document", () => {
  it("has the same texts in headings, paragraphs and tables, and nothing in boxes", async () => {
    const paper = visitOf(3);
    const parts = partsOf(await paperWord([paper]));
    const body = parts.get("word/document.xml") ?? "";
    for (const { kind } of paper.blocks)
      expect(["heading", "text", "list", "table", "columns", "map", "space"]).toContain(kind);
    const all = wordsOf(
      body +
        [...parts]
          .filter(([name]) => /word\/(header|footer)/.test(name))
          .map(([, xml]) => xml)
          .join(""),
    );
    const said = textsOf(paper).filter((text) => text !== paper.code.address && text !== paper.author);
    for (const text of said) expect(all).toContain(text);
    expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>/);
    expect(body).not.toMatch(/w:txbxContent|v:textbox/);
  });

  it("names its language and fonts, and nobody but the federation in its properties", async () => {
    const parts = partsOf(await paperWord([drawnSheet(3).paper]));
    expect(parts.get("word/styles.xml")).toMatch(/<w:lang [^>]*w:eastAsia="ja-JP"/);
    expect(parts.get("word/styles.xml")).toMatch(/w:eastAsia="BIZ UDPGothic"/);
    const properties = parts.get("docProps/core.xml") ?? "";
    expect([...properties.matchAll(/<(?:dc|cp):[^>]*>([^<]+)</g)].map(([, text]) => text)).toEqual([
      "連携のご相談",
      ...["香川県中小企業団体中央会", "香川県中小企業団体中央会"],
      "1",
    ]);
  });
});

describe("the files of owners' sheets", () => {
  const sheets = Array.from({ length: 40 }, (_, seed) => drawnSheet(seed * 251));

  it("hold no other member's name or key, nor a code the business does not have", async () => {
    for (const { own, others, paper } of sheets) {
      const [pages, parts] = [await pagesOf(setter.set([paper])), partsOf(await paperWord([paper]))];
      const text = [...pages, ...parts.values()].join("\n");
      const tags = [own.needs, own.capabilities].flatMap((facts) => (facts ?? []).map(([tag]) => tag));
      const named = [...text.matchAll(/\{(?:issue|capability):([^}]*)\}/g)].map(([, code]) => code);
      expect(named.filter((code) => !tags.includes(code ?? ""))).toEqual([]);
      expect(others.filter(({ id }) => text.includes(nameOf(id)))).toEqual([]);
      expect(text).not.toMatch(/\{(?:licence|municipality|prefecture):/);
    }
  });
});
