import { foldName } from "../text.ts";
import type { BusinessEntry } from "./entry.ts";
import { joinSame } from "./join-entries.ts";
import { atMainPlace } from "./main-place.ts";

/** From this many places in one list a legal person is a large chain: no small business a federation would group. */
export const CHAIN_PLACES_MIN = 30;

/** Licences that are held for a machine, not for premises anybody works at. */
export const VENDING_MACHINE_LICENCES: readonly string[] = ["food-vending"];

/** Why rows are not taken unless they are asked for. */
export type SetAsideReason = "CHAIN" | "VENDING_MACHINE";

/** Rows of one business that are not taken unless they are asked for. */
export interface SetAside {
  /** What they are asked for by: the same in each reading of the list. */
  readonly key: string;
  readonly reason: SetAsideReason;
  /** What the list says of them. */
  readonly entry: BusinessEntry;
  /** Whether they were asked for, and are taken like every other row. */
  readonly isTaken: boolean;
}

/** Which of the rows set aside are taken all the same: by the keys of {@link SetAside}, or every one. */
export type BroughtBack = readonly string[] | "all";

/** Entries of a list parted into those that are taken and those set aside. */
export interface Parted {
  readonly taken: readonly BusinessEntry[];
  readonly setAside: readonly SetAside[];
}

/** Sets vending machines aside, before rows are joined: a machine is no place anybody works at. */
export function withoutVendingMachines(entries: readonly BusinessEntry[], broughtBack: BroughtBack): Parted {
  const machines = new Map<string, [BusinessEntry, ...BusinessEntry[]]>();
  const isTaken = (entry: BusinessEntry) => !isVendingMachine(entry) || isBack(broughtBack, machineKey(entry));
  for (const entry of entries.filter(isVendingMachine)) {
    const others = machines.get(machineKey(entry));
    if (others) others.push(entry);
    else machines.set(machineKey(entry), [entry]);
  }
  const setAside = [...machines].map(([key, rows]): SetAside => {
    const entry = atMainPlace(joinSame(rows, []));
    return { key, reason: "VENDING_MACHINE", entry, isTaken: isBack(broughtBack, key) };
  });
  return { taken: entries.filter(isTaken), setAside };
}

/** Sets large chains aside, once the rows of each legal person are joined. */
export function withoutChains(entries: readonly BusinessEntry[], broughtBack: BroughtBack): Parted {
  const setAside = entries.filter(isChain).map((entry): SetAside => {
    const key = `CHAIN:${foldName(entry.name)}`;
    return { key, reason: "CHAIN", entry, isTaken: isBack(broughtBack, key) };
  });
  const left = new Set(setAside.flatMap(({ entry, isTaken }) => (isTaken ? [] : [entry])));
  return { taken: entries.filter((entry) => !left.has(entry)), setAside };
}

function isBack(broughtBack: BroughtBack, key: string): boolean {
  return broughtBack === "all" || broughtBack.includes(key);
}

function machineKey({ name }: BusinessEntry): string {
  return `VENDING_MACHINE:${foldName(name)}`;
}

function isVendingMachine({ facts: { licences = [] } }: BusinessEntry): boolean {
  return licences.length > 0 && licences.every(({ kind }) => VENDING_MACHINE_LICENCES.includes(kind));
}

function isChain({ facts: { places = [] } }: BusinessEntry): boolean {
  return places.length >= CHAIN_PLACES_MIN;
}
