import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Paper, PaperBlock } from "#words/paper.ts";
import { placeMapSvg } from "./place-map.ts";
import { qrPng } from "./qr-code.ts";

/**
 * A Japanese font for easy reading that comes with Windows 10 and later; where it is absent, the word processor takes
 * its own. A document carries no font.
 */
const FONT = "BIZ UDPGothic";

/** Half points, as Word counts sizes. */
const SIZES = { large: 24, usual: 21 } as const;

/** Twentieths of a point, as Word counts lengths: A4 and its margins of 18 mm. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = 1021;
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
const LINE = 420;
const CODE_WIDTH = 1700;
const FULL_WIDTH = { size: TEXT_WIDTH, type: WidthType.DXA } as const;

const NUMBERED = "numbered";
const BULLETED = "bulleted";

/** Sets sheets as one Word document, to be changed as any other: headings, paragraphs and tables, no text boxes. */
export async function paperWord(papers: readonly Paper[]): Promise<Uint8Array> {
  const [first] = papers;
  if (!first) throw new Error("A document needs a sheet.");
  const document = new Document({
    title: first.title,
    creator: first.author,
    lastModifiedBy: first.author,
    styles: stylesOf(first),
    numbering: {
      config: [
        { reference: NUMBERED, levels: [levelOf(LevelFormat.DECIMAL, "%1.")] },
        { reference: BULLETED, levels: [levelOf(LevelFormat.BULLET, "・")] },
      ],
    },
    sections: papers.map(sectionOf),
  });
  return Packer.toBuffer(document);
}

/** How a list begins its items. */
function levelOf(format: (typeof LevelFormat)["DECIMAL" | "BULLET"], text: string) {
  const indent = { left: 340, hanging: 340 };
  return { level: 0, format, text, style: { paragraph: { indent, spacing: { after: 40 } }, run: { font: FONT } } };
}

function stylesOf({ size, language }: Paper) {
  const half = SIZES[size];
  const font = { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT };
  const own = { font, color: "000000", bold: true };
  return {
    default: {
      document: {
        run: { font, size: half, language: { value: language === "ja" ? "ja-JP" : "en-GB", eastAsia: "ja-JP" } },
        paragraph: { spacing: { after: 100, line: 290 } },
      },
      title: { run: { ...own, size: Math.round(half * 1.45) }, paragraph: { spacing: { before: 60, after: 100 } } },
      heading1: {
        run: { ...own, size: Math.round(half * 1.08) },
        paragraph: { spacing: { before: 220, after: 100 }, keepNext: true },
      },
    },
  };
}

function sectionOf(paper: Paper) {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: PAGE,
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 500, footer: 450 },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [mark(paper)] })] }),
    },
    footers: { default: new Footer({ children: [footOf(paper)] }) },
    children: [topOf(paper), ...paper.blocks.flatMap(pieceOf)],
  };
}

function mark({ mark }: Paper): TextRun {
  return new TextRun({ text: `【${mark}】`, bold: true, size: 18 });
}

function footOf({ foot }: Paper): Paragraph {
  const numbers = [PageNumber.CURRENT, "／", PageNumber.TOTAL_PAGES_IN_SECTION];
  return new Paragraph({ children: [new TextRun({ children: [`${foot} `, ...numbers], size: 17 })] });
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE } as const;

/** The title, with the code at its right: a table without lines, as text boxes are hard to change. */
function topOf({ above, title, from, code }: Paper): Table {
  const picture = new ImageRun({
    type: "png",
    data: qrPng(code.address),
    transformation: { width: 88, height: 88 },
    altText: { name: "QR", title: "QR", description: code.caption.join(" ") },
  });
  const words = [
    new Paragraph({ text: above }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    ...from.map((text) => new Paragraph({ text })),
  ];
  const way = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [picture, ...code.caption.map((text) => new TextRun({ text, size: 17, break: 1 }))],
  });
  const widths = [TEXT_WIDTH - CODE_WIDTH, CODE_WIDTH];
  const cells = [words, [way]].map((children, index) => {
    const width = { size: widths[index] ?? 0, type: WidthType.DXA };
    return new TableCell({ children, width, borders: NO_LINES });
  });
  return new Table({
    width: FULL_WIDTH,
    columnWidths: widths,
    borders: NO_LINES,
    rows: [new TableRow({ children: cells })],
  });
}

function pieceOf(block: PaperBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, text: block.text })];
    case "text":
      return [new Paragraph({ children: [new TextRun({ text: block.text, bold: block.strong === true })] })];
    case "list":
      return block.items.map((text) =>
        block.numbered
          ? new Paragraph({ text, numbering: { reference: NUMBERED, level: 0 } })
          : new Paragraph({ text, numbering: { reference: BULLETED, level: 0 } }),
      );
    case "choices":
      return block.items.map((item) => new Paragraph({ children: [new TextRun({ text: `□ ${item}`, bold: true })] }));
    case "space":
      return [emptyLine(), spaceOf(block), emptyLine()];
    case "table":
      return [tableOf(block), emptyLine()];
    case "columns":
      return block.columns.flat().flatMap(pieceOf);
    case "map":
      return [mapOf(block), new Paragraph({ children: [new TextRun({ text: block.caption, size: 17 })] })];
  }
}

/** Between tables, which would grow together, and after the last, where Word wants a paragraph. */
function emptyLine(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT } });
}

type Of<Kind extends PaperBlock["kind"]> = Extract<PaperBlock, { kind: Kind }>;

function spaceOf({ label, lines }: Of<"space">): Table {
  const cell = new TableCell({ children: [new Paragraph({ text: label })], width: FULL_WIDTH });
  const height = { value: lines * LINE, rule: HeightRule.ATLEAST };
  return new Table({
    width: FULL_WIDTH,
    columnWidths: [TEXT_WIDTH],
    rows: [new TableRow({ height, cantSplit: true, children: [cell] })],
  });
}

function tableOf({ header, rows, widths }: Of<"table">): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.floor((TEXT_WIDTH * width) / all));
  const row = (cells: readonly string[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((text, index) => cellOf(text, tableHeader, columnWidths[index] ?? 0)),
    });
  return new Table({
    width: FULL_WIDTH,
    columnWidths,
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  });
}

function cellOf(text: string, isHeader: boolean, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    ...(isHeader ? { shading: { fill: "E8E8E8" } } : {}),
    children: text
      .split("\n")
      .map((line) => new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: line, bold: isHeader })] })),
  });
}

/** Blank, one dot: what a word processor too old for drawings shows in the map's place. */
const BLANK = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=",
  "base64",
);

function mapOf({ caption, places }: Of<"map">): Paragraph {
  const picture = new ImageRun({
    type: "svg",
    data: Buffer.from(placeMapSvg(places)),
    transformation: { width: 620, height: 122 },
    fallback: { type: "png", data: BLANK },
    altText: { name: "map", title: caption, description: caption },
  });
  return new Paragraph({ children: [picture] });
}
