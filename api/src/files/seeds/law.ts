import { readFileSync } from "node:fs";
import { parse } from "yaml";
import {
  inForceOn,
  isForm,
  type Form,
  type LawRef,
  type MatchingLaw,
  type Reading,
  type SizeBand,
  type SizeLaw,
  type SmallEnterpriseLimits,
  type Sourced,
} from "#domain/law.ts";
import { isSeedObject, listAt, numberAt, objectAt, textAt, textsAt, type SeedObject } from "./seed-value.ts";

const LAW_FOLDER = new URL("../../../../seeds/reference/law/", import.meta.url);

/** Reads the value of one entry, given the entry. */
type ReadValue<Value> = (entry: SeedObject) => Value;

/** The act and article at the key `law` of an entry. */
export function lawRefAt(entry: SeedObject): LawRef {
  const law = objectAt(entry, "law");
  return { act: textAt(law, "act"), article: textAt(law, "article") };
}

function readingAt(entry: SeedObject): Reading {
  const read = objectAt(entry, "read");
  return {
    text: read["text"] === null ? null : textAt(read, "text"),
    on: textAt(read, "on"),
    by: textAt(read, "by"),
    secondReader: read["secondReader"] === null ? null : textAt(read, "secondReader"),
  };
}

function dayAt(entry: SeedObject, key: string): string {
  const day = textAt(entry, key);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`Seed "${key}" is "${day}", not a day YYYY-MM-DD.`);
  return day;
}

/** The dated entries of one legal figure. */
export function sourcedAt<Value>(seed: SeedObject, key: string, read: ReadValue<Value>): readonly Sourced<Value>[] {
  return listAt(seed, key).map((entry) => {
    if (!isSeedObject(entry)) throw new Error(`Seed "${key}" holds an entry without keys.`);
    return {
      value: read(entry),
      inForceFrom: dayAt(entry, "inForceFrom"),
      law: lawRefAt(entry),
      read: readingAt(entry),
    };
  });
}

const BAND_IDS: readonly SizeBand["id"][] = ["wholesale", "service", "retail", "other"];

function bandFrom(value: unknown): SizeBand {
  if (!isSeedObject(value)) throw new Error("size.yaml holds a band without keys.");
  const id = BAND_IDS.find((known) => known === value["id"]);
  if (id === undefined) throw new Error(`size.yaml names an unknown band ${JSON.stringify(value["id"])}.`);
  return {
    id,
    trades: textsAt(value, "trades"),
    except: textsAt(value, "except"),
    capitalYenMax: numberAt(value, "capitalYenMax"),
    employeesMax: numberAt(value, "employeesMax"),
  };
}

/** Reads one file of the law folder. */
export function lawSeed(fileName: string): SeedObject {
  return parse(readFileSync(new URL(fileName, LAW_FOLDER), "utf8")) as SeedObject;
}

const numberValue: ReadValue<number> = (entry) => numberAt(entry, "value");

function required<Value>(entries: readonly Sourced<Value>[], day: string): Sourced<Value> {
  const figure = inForceOn(entries, day);
  if (figure === undefined)
    throw new Error(`No legal figure is in force on ${day}. Maybe the day is before 2013-12-01?`);
  return figure;
}

const bandsValue: ReadValue<readonly SizeBand[]> = (entry) => listAt(entry, "value").map(bandFrom);

const limitsValue: ReadValue<SmallEnterpriseLimits> = (entry) => {
  const limits = objectAt(entry, "value");
  return Object.fromEntries(BAND_IDS.map((id) => [id, numberAt(limits, id)])) as SmallEnterpriseLimits;
};

/** The figures the size of one business is judged by, as they stand on a day (YYYY-MM-DD). */
export function loadSizeLaw(day: string): SizeLaw {
  const size = lawSeed("size.yaml");
  return {
    sizeBands: required(sourcedAt(size, "sizeBands", bandsValue), day),
    smallEnterpriseEmployees: required(sourcedAt(size, "smallEnterpriseEmployees", limitsValue), day),
  };
}

/** Figures that differ by form, as they stand on a day; a form without one is left out. */
function byForm<Value>(
  seed: SeedObject,
  read: ReadValue<Value>,
  { fileName, day }: { readonly fileName: string; readonly day: string },
): Partial<Record<Form, Sourced<Value>>> {
  const figures: Partial<Record<Form, Sourced<Value>>> = {};
  for (const form of Object.keys(seed)) {
    if (!isForm(form)) throw new Error(`${fileName} names an unknown form "${form}".`);
    const figure = inForceOn(sourcedAt(seed, form, read), day);
    if (figure !== undefined) figures[form] = figure;
  }
  return figures;
}

const trueValue: ReadValue<true> = (entry) => {
  if (entry["value"] !== true) throw new Error(`A rule of form holds ${JSON.stringify(entry["value"])}, not true.`);
  return true;
};

/** The figures the matcher judges by, as they stand on a day (YYYY-MM-DD). */
export function loadMatchingLaw(day: string): MatchingLaw {
  const [formation, size, work] = ["formation.yaml", "size.yaml", "community-work.yaml"].map(lawSeed) as [
    SeedObject,
    SeedObject,
    SeedObject,
  ];
  return {
    membersMin: byForm(objectAt(formation, "membersMin"), numberValue, { fileName: "formation.yaml", day }),
    sizeBands: required(sourcedAt(size, "sizeBands", bandsValue), day),
    fairTradeNoticeDays: required(sourcedAt(size, "fairTradeNoticeDays", numberValue), day),
    onePrefecture: byForm(objectAt(work, "onePrefecture"), trueValue, { fileName: "community-work.yaml", day }),
    barredTrades: required(
      sourcedAt(work, "barredTrades", (entry) => textsAt(entry, "value")),
      day,
    ),
  };
}
