import { zipArchive, type ZipPart } from "./zip-archive.ts";

/** What a handmade workbook holds, as XML. */
export interface HandmadeSheet {
  readonly rows: string;
  /** What follows the rows, such as merged cells. */
  readonly below?: string;
  readonly sharedStrings?: string;
}

/** The least workbook Excel accepts, of one sheet 名簿. */
export function handmadeWorkbook(sheet: HandmadeSheet): Buffer {
  return zipArchive(handmadeParts(sheet));
}

/** The parts of that workbook, before they are packed. */
export function handmadeParts({ rows, below = "", sharedStrings = "<sst/>" }: HandmadeSheet): ZipPart[] {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return [
    {
      name: "[Content_Types].xml",
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${packageRelations}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="名簿" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${packageRelations}">${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    },
    { name: "xl/sharedStrings.xml", content: sharedStrings },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<worksheet ${main}><sheetData>${rows}</sheetData>${below}</worksheet>`,
    },
  ];
}
