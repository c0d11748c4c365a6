import { foldForSearch, legalFormOf } from "../text.ts";
import type { BusinessKind, BusinessPlace, FactValues } from "./facts.ts";
import { readKind } from "./read-choices.ts";
import { onOneLine, withoutHonorific } from "./read-facts.ts";
import type { FilledCell } from "./row-cells.ts";

/** Who runs the premises of a row. */
export interface Operator {
  readonly name: string;
  /** Whether it is one business with its premises as places; else a person, whose business is the premises. */
  readonly isLegalPerson: boolean;
  readonly kind: BusinessKind | undefined;
}

/** Headers below which a person's name may stand: a register asks who the operator is, not which company. */
const MAY_BE_PERSON = /^(?:営業者(?:名|氏名|名称)?|開設者(?:名|氏名)?|申請者名|氏名又は名称|operator(?:_name)?)$/;

/**
 * Reads who runs the premises. A name below 営業者名 is a corporation's where it carries a legal form or the register
 * says so; below 法人名 or 運営会社 it always is. A kind without a name says nothing: a register that publishes no names
 * of persons calls everyone it left blank an individual.
 */
export function readOperator(cell: FilledCell | undefined, kindCell: FilledCell | undefined): Operator | undefined {
  const name = cell === undefined ? "" : withoutHonorific(onOneLine(cell.text));
  if (cell === undefined || name === "") return undefined;
  const told = kindCell === undefined ? undefined : readKind(kindCell.text);
  const toldKind = told !== undefined && "value" in told ? told.value : undefined;
  const form = legalFormOf(name);
  const formKind = form === undefined ? undefined : readKind(form);
  const kind = formKind !== undefined && "value" in formKind ? formKind.value : toldKind;
  const isNamedAsOne = form !== undefined || !MAY_BE_PERSON.test(foldForSearch(cell.column.header));
  return { name, kind, isLegalPerson: toldKind === undefined ? isNamedAsOne : toldKind !== "individual" };
}

/** The premises of a row as a place of whoever runs them. */
export function placeOfRow(name: string, nameKana: string | undefined, facts: Partial<FactValues>): BusinessPlace {
  const { address, municipality, postalCode, place, licences = [] } = facts;
  const kinds = [...new Set(licences.map(({ kind }) => kind))].sort();
  const told = { nameKana, address, municipality, postalCode, ...place };
  const known = Object.entries(told).filter(([, value]) => value !== undefined);
  return { name, ...Object.fromEntries(known), ...(kinds.length === 0 ? {} : { licences: kinds }) };
}
