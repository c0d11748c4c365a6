/** Facts of which several are ticked; what is none of the offered ones is written beside them. */
const TICKED = ["needs", "purposes"];
/** Facts told month by month. */
const MONTHLY = ["monthlyLoad", "monthlyWorkers", "monthlyCapacity"];
/** Facts that take more than a line. */
const LONG = ["note"];

interface EditedFact {
  readonly key: string;
  readonly canBeNone: boolean;
  readonly choices: readonly { readonly code: string; readonly name: string }[];
}

/** How a fact is entered: one of a few, several of a few, twelve numbers, lines, or a line. */
export function controlOf({ key, canBeNone, choices }: EditedFact): "select" | "ticks" | "months" | "lines" | "line" {
  if (MONTHLY.includes(key)) return "months";
  if (choices.length > 0) return TICKED.includes(key) ? "ticks" : "select";
  return canBeNone || LONG.includes(key) ? "lines" : "line";
}

/** A ticked choice as it is handed in, or one that is not ticked; what is neither is written in words. */
export interface TickedEntry {
  readonly ticks: readonly {
    readonly code: string;
    readonly name: string;
    readonly value: string;
    readonly on: boolean;
  }[];
  readonly others: string;
}

/** Takes an entry of lines, `name:level` each, apart into what can be ticked and what is left in words. */
export function tickedEntry(entry: string, choices: EditedFact["choices"]): TickedEntry {
  const lines = entry.split("\n").filter((line) => line.trim() !== "");
  const nameOf = (line: string) => line.replace(/[:：]\s*[1-3]$/, "").trim();
  const ticks = choices.map(({ code, name }) => {
    // What presses most is named a second time, with its level.
    const line = lines.findLast((one) => [code, name].includes(nameOf(one)));
    const level = line === undefined ? "" : line.slice(nameOf(line).length);
    return { code, name, value: `${code}${level}`, on: line !== undefined };
  });
  const known = choices.flatMap(({ code, name }) => [code, name]);
  return { ticks, others: lines.filter((line) => !known.includes(nameOf(line))).join("\n") };
}

/** Twelve fields from January out of an entry; empty ones where it has not twelve. */
export function monthsEntry(entry: string): readonly string[] {
  const values = entry.split(/[;；]/);
  return Array.from({ length: 12 }, (_, month) => (values.length === 12 ? (values[month]?.trim() ?? "") : ""));
}

/** What was entered, in whichever control, as one text. */
export function entryOf(typed: {
  readonly text: string;
  readonly picks: readonly string[];
  readonly months: readonly string[];
  /** The one that presses most. */
  readonly most: string;
}): string {
  if (typed.months.length > 0) return typed.months.every((month) => month === "") ? "" : typed.months.join(";");
  const most = typed.most === "" ? [] : [`${typed.most}:3`];
  return [...typed.picks, typed.text, ...most].filter((line) => line !== "").join("\n");
}

/** What the fields of a fact hand in when nobody touches them. */
export function untouchedEntry(fact: EditedFact & { readonly entry: string }): string {
  const nothing = { text: "", picks: [], months: [], most: "" };
  const control = controlOf(fact);
  if (control === "months") return entryOf({ ...nothing, months: monthsEntry(fact.entry) });
  if (control !== "ticks") return fact.entry;
  const { ticks, others } = tickedEntry(fact.entry, fact.choices);
  return entryOf({ ...nothing, picks: ticks.filter(({ on }) => on).map(({ value }) => value), text: others });
}
