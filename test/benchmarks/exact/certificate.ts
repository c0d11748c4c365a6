import highsModule from "highs";
import type { Instance } from "./instance.ts";
import { memberVariable, programmeOf } from "./programme.ts";
import { sheetOf } from "./sheet.ts";

/** The package's types describe its CommonJS form, its import the other: there, the function itself is the default. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** What HiGHS says of groups of one size. */
export interface Certificate {
  /** No group is above; undefined where HiGHS reached no end in time. */
  readonly most: number | undefined;
  /** The group of its solution, by places of members, and the objective of it. */
  readonly group: readonly number[];
}

/** HiGHS, for several programmes. A program is freed with the process. */
export async function openHighs() {
  const highs = await loadHighs();
  /** Solves the programme of an instance for groups of one size; `isMonthsKnown`: of members whose months are all known. */
  return (instance: Instance, size: number, { isMonthsKnown = false, secondsMax = 60 } = {}): Certificate => {
    const sheet = sheetOf(instance);
    const options = { time_limit: secondsMax, mip_rel_gap: 1e-6, output_flag: false } as const;
    const { Status, ObjectiveValue, Columns } = highs.solve(programmeOf(sheet, size, isMonthsKnown), options);
    const primal = (name: string) => {
      const column = Columns[name];
      return column !== undefined && "Primal" in column ? column.Primal : 0;
    };
    const group = instance.members.flatMap((_, one) => (primal(memberVariable(one)) > 0.5 ? [one] : []));
    return { most: Status === "Optimal" ? ObjectiveValue : undefined, group: group.length === size ? group : [] };
  };
}
