import { decisionOf, type Decision } from "#domain/decision.ts";
import { compareBytes } from "./byte-order.ts";
import { canonicalJson, isJsonObject, type Json } from "#domain/canonical-json.ts";
import type { Snapshot, SnapshotBusiness, SnapshotProblem } from "./snapshot.ts";
import {
  latitudeFault,
  leaderFault,
  levelledTagsFault,
  licencesFault,
  longitudeFault,
  monthsFault,
  purchasesFault,
  textFault,
  textsFault,
  wholeNumberFault,
  type ValueCheck,
} from "./value-fault.ts";

/** What each key of a business has to hold. Keys not named here are kept for the hash and otherwise left alone. */
const CHECKS: Readonly<Record<Exclude<keyof SnapshotBusiness, "id">, ValueCheck>> = {
  lat: latitudeFault,
  lon: longitudeFault,
  municipality: textFault,
  industry: textFault,
  employees: wholeNumberFault,
  capitalYen: wholeNumberFault,
  capabilities: levelledTagsFault,
  seeks: levelledTagsFault,
  needs: levelledTagsFault,
  licences: licencesFault,
  monthlyLoad: monthsFault,
  monthlyWorkers: monthsFault,
  monthlyCapacity: monthsFault,
  leader: leaderFault,
  ownerAgeBand: textFault,
  successor: textFault,
  purchases: purchasesFault,
  purposes: textsFault,
  ties: textsFault,
  memberships: textsFault,
  customers: textsFault,
};

interface ReadLine {
  readonly line: number;
  readonly value: Json;
}

/** Parses JSON; undefined where it is none, or where it holds half a character, which has no UTF-8 bytes. */
export function parseJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return /\\ud[89a-f]/i.test(text) && /\p{Surrogate}/u.test(textsIn(value)) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Every text and key inside a value, one after the other, kept apart so that two halves do not join. */
function textsIn(value: Json): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textsIn).join("\n");
  if (!isJsonObject(value)) return "";
  return Object.entries(value)
    .map(([key, held]) => `${key}\n${textsIn(held)}`)
    .join("\n");
}

/** The lines of a JSONL text that hold anything, each with its number from 1; a byte order mark is left out. */
export function linesOf(text: string): readonly { readonly line: number; readonly text: string }[] {
  return text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter((line) => line.text.trim() !== "");
}

function faultsOf({ line, value }: ReadLine): SnapshotProblem[] {
  if (!isJsonObject(value)) return [{ code: "NOT_AN_OBJECT", line }];
  const problems: SnapshotProblem[] = [];
  if (typeof value["id"] !== "string" || value["id"] === "") problems.push({ code: "NO_ID", line });
  for (const [key, check] of Object.entries(CHECKS)) {
    const held = Object.hasOwn(value, key) ? value[key] : undefined;
    const fault = held === undefined ? undefined : check(held);
    if (fault !== undefined) problems.push({ code: "BAD_VALUE", line, key, fault });
  }
  return problems;
}

function repetitionsOf(lines: readonly ReadLine[]): SnapshotProblem[] {
  const firstLines = new Map<string, number>();
  return lines.flatMap(({ line, value }): SnapshotProblem[] => {
    const id = isJsonObject(value) ? value["id"] : undefined;
    if (typeof id !== "string" || id === "") return [];
    const firstLine = firstLines.get(id);
    if (firstLine !== undefined) return [{ code: "REPEATED_ID", line, id, firstLine }];
    firstLines.set(id, line);
    return [];
  });
}

/** Reads a snapshot (JSONL, one business a line): its businesses, or every problem of the text with its line. */
export function readSnapshot(text: string): Decision<Snapshot, SnapshotProblem> {
  const problems: SnapshotProblem[] = [];
  const lines: ReadLine[] = [];
  for (const { line, text: lineText } of linesOf(text)) {
    const value = parseJson(lineText);
    if (value === undefined) problems.push({ code: "NOT_JSON", line });
    else lines.push({ line, value });
  }
  problems.push(...lines.flatMap(faultsOf), ...repetitionsOf(lines));
  problems.sort((a, b) => a.line - b.line);
  return decisionOf(problems, () => snapshotOf(lines.map(({ value }) => value as unknown as SnapshotBusiness)));
}

/** Makes a snapshot of businesses already known to be sound, whatever their order; further keys of theirs enter the hash. */
export function snapshotOf(businesses: readonly SnapshotBusiness[]): Snapshot {
  const sorted = businesses.toSorted((a, b) => compareBytes(a.id, b.id));
  const lines = sorted.map((business) => `${canonicalJson(business as unknown as Json)}\n`);
  return { businesses: sorted, canonicalText: lines.join("") };
}
