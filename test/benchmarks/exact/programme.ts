import type { Held, Sheet } from "./sheet.ts";
import { scalesOf, type Scales } from "./scales.ts";
import { sizePointsOf } from "./worth.ts";
import { EVEN_YEAR } from "./year.ts";

/**
 * The search for the best group of one size as a mixed integer linear programme, in the LP format of CPLEX, written from
 * the terms and apart from the branch and bound. It is exact but for three things, in which it grants at least what is
 * true: points are not rounded down, members tied to anybody in the group count as tied to all, and what months even
 * out is granted in full to groups whose months are all known.
 */
export function programmeOf(sheet: Sheet, size: number, isMonthsKnown: boolean): string {
  const programme = new Programme(sheet, scalesOf(sheet, size), isMonthsKnown);
  return programme.text();
}

/** The name of a member's variable, 1 where it is in the group. */
export const memberVariable = (one: number): string => `x${one}`;

const term = (factor: number, variable: string) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${variable}`;

class Programme {
  private readonly sheet: Sheet;
  private readonly scales: Scales;
  private readonly open: readonly number[];
  private readonly objective: string[] = [];
  private readonly rows: string[] = [];
  private readonly binaries: string[] = [];
  private readonly atMostOne: string[] = [];

  constructor(sheet: Sheet, scales: Scales, isMonthsKnown: boolean) {
    this.sheet = sheet;
    this.scales = scales;
    const { weights, load, workers } = sheet;
    const [swing, year] = [weights["load-smoothing"] ?? 0, weights["year-round"] ?? 0];
    this.open = Array.from({ length: sheet.count }, (_, one) => one).filter(
      (one) => !isMonthsKnown || ((swing === 0 || load[one]) && (year === 0 || workers[one])),
    );
    const granted =
      scales.given +
      (weights["group-size"] ?? 0) * sizePointsOf(scales.size) +
      (isMonthsKnown ? 1000 * swing + EVEN_YEAR * year : 0);
    this.objective.push(term(granted, "granted"));
    this.rows.push("granted = 1");
    this.binaries.push(...this.open.map(memberVariable));
    this.row(
      this.open.map((one) => [1, memberVariable(one)]),
      "=",
      scales.size,
    );
  }

  text(): string {
    this.meet();
    this.needs();
    this.ties();
    this.leading();
    this.covers();
    this.months();
    this.wants();
    this.spends();
    this.rivals();
    const bounds = this.atMostOne.map((variable) => ` 0 <= ${variable} <= 1`);
    return [
      "Maximize",
      ` obj: ${this.objective.join("\n ")}`,
      "Subject To",
      ...this.rows.map((row, at) => ` r${at}: ${row}`),
      ...["Bounds", ...bounds, "Binary", ...this.binaries.map((variable) => ` ${variable}`), "End", ""],
    ].join("\n");
  }

  private row(left: readonly (readonly [number, string])[], sign: "<=" | "=", right: number): void {
    this.rows.push(`${left.map(([factor, variable]) => term(factor, variable)).join(" ")} ${sign} ${right}`);
  }

  /** A part between 0 and 1 that brings so much. */
  private part(name: string, brings: number): string {
    this.atMostOne.push(name);
    if (brings > 0) this.objective.push(term(brings, name));
    return name;
  }

  private sumOf(members: readonly number[]): (readonly [number, string])[] {
    return members.map((one) => [-1, memberVariable(one)] as const);
  }

  /** Who may not meet, and what those who do bring each other. */
  private meet(): void {
    const { sheet, scales, open } = this;
    for (const one of open) {
      const apart = open.filter((other) => sheet.isApart[one * sheet.count + other] === 1);
      if (apart.length > 0)
        this.row(
          [[scales.size, memberVariable(one)], ...apart.map((other) => [1, memberVariable(other)] as const)],
          "<=",
          scales.size,
        );
    }
    if (scales.pair.every((each) => each === 0)) return;
    const pairs = open.flatMap((one, at) => open.slice(at + 1).map((other) => [one, other] as const));
    const ofMember = new Map(open.map((one) => [one, [] as string[]]));
    for (const [one, other] of pairs) {
      const both = this.part(`e${one}_${other}`, scales.pair[one * sheet.count + other] as number);
      for (const each of [one, other]) {
        this.row(
          [
            [1, both],
            [-1, memberVariable(each)],
          ],
          "<=",
          0,
        );
        ofMember.get(each)?.push(both);
      }
    }
    for (const [one, both] of ofMember)
      this.row([...both.map((each) => [1, each] as const), [1 - scales.size, memberVariable(one)]], "<=", 0);
  }

  private needs(): void {
    const { sheet, scales, open } = this;
    const unit = (sheet.weights["shared-need"] ?? 0) / (30 * scales.size);
    const issues = Array.from({ length: sheet.issues }, (_, issue) => issue).filter(
      (issue) => open.filter((one) => sheet.needs[one]?.some(({ tag }) => tag === issue)).length > 1,
    );
    for (const [rank, factor] of [7, 3].entries()) {
      for (const issue of issues) {
        const [press, chosen] = [`p${rank}_${issue}`, `u${rank}_${issue}`];
        const answer = sheet.answers[issue] as number;
        const levels = open.flatMap((one) =>
          (sheet.needs[one] ?? []).flatMap(({ tag, amount }) =>
            tag === issue ? [[-answer * amount, memberVariable(one)] as const] : [],
          ),
        );
        const most = levels
          .map(([level]) => -level)
          .sort((a, b) => b - a)
          .slice(0, scales.size);
        this.objective.push(term(factor * unit, press));
        this.binaries.push(chosen);
        this.row([[1, press], ...levels], "<=", 0);
        this.row(
          [
            [1, press],
            [-most.reduce((sum, each) => sum + each, 0), chosen],
          ],
          "<=",
          0,
        );
      }
      if (issues.length > 0)
        this.row(
          issues.map((issue) => [1, `u${rank}_${issue}`]),
          "<=",
          1,
        );
    }
    for (const issue of issues)
      this.row(
        [
          [1, `u0_${issue}`],
          [1, `u1_${issue}`],
        ],
        "<=",
        1,
      );
  }

  private ties(): void {
    const { sheet, scales, open } = this;
    if (scales.tie === 0) return;
    const isOpen = new Set(open);
    for (const one of open) {
      const tied = (sheet.tied[one] ?? []).filter((other) => isOpen.has(other));
      if (tied.length === 0) continue;
      const part = this.part(`t${one}`, scales.tie);
      this.row(
        [
          [1, part],
          [-1, memberVariable(one)],
        ],
        "<=",
        0,
      );
      this.row([[1, part], ...this.sumOf(tied)], "<=", 0);
    }
  }

  private cover(name: string, gains: readonly number[], holders: readonly number[]): void {
    const places = gains.map((gain, place) => this.part(`${name}_${place}`, gain));
    this.row([...places.map((place) => [1, place] as const), ...this.sumOf(holders)], "<=", 0);
  }

  private leading(): void {
    const { sheet, scales, open } = this;
    for (const level of [1, 2, 3]) {
      const more = (points: readonly number[]) => (points[level] ?? 0) - (points[level - 1] ?? 0);
      const holders = open.filter((one) => (sheet.leader[one] as number) >= level);
      this.cover(`l${level}`, [more(scales.first), more(scales.second)], holders);
    }
  }

  private covers(): void {
    const { scales, open } = this;
    scales.covers.forEach(({ gains }, cover) =>
      this.cover(
        `c${cover}`,
        gains,
        open.filter((one) => scales.coversOf[one]?.includes(cover)),
      ),
    );
  }

  private months(): void {
    const { scales, open } = this;
    scales.months.forEach((gain, month) => {
      if (gain === 0) return;
      const part = this.part(`m${month}`, gain);
      const delivered = open.flatMap((one) => {
        const each = scales.delivers[one]?.[month] ?? 0;
        return each > 0 ? [[-each, memberVariable(one)] as const] : [];
      });
      this.row([[1, part], ...delivered], "<=", 0);
    });
  }

  private wants(): void {
    const { sheet, scales, open } = this;
    if (scales.wants[0][3] === 0) return;
    for (const one of open) {
      const ranks: (readonly [number, string])[][] = [[], []];
      for (const { tag, amount } of sheet.wants[one] ?? []) {
        const suppliers = open.filter((other) => other !== one && sheet.isOffered[other * sheet.skills + tag] === 1);
        const parts = scales.wants.map((points, rank) => this.part(`w${rank}_${one}_${tag}`, points[amount] as number));
        parts.forEach((part, rank) => ranks[rank]?.push([1, part]));
        this.row([...parts.map((part) => [1, part] as const), ...this.sumOf(suppliers)], "<=", 0);
        this.row([...parts.map((part) => [1, part] as const), [-1, memberVariable(one)]], "<=", 0);
      }
      for (const rank of ranks) if (rank.length > 0) this.row([...rank, [-1, memberVariable(one)]], "<=", 0);
    }
  }

  private spends(): void {
    const { sheet, scales, open } = this;
    if (sheet.weights["purchase-overlap"] === undefined) return;
    const buys = (held: readonly Held[], item: number) => held.some(({ tag }) => tag === item);
    for (let item = 0; item < sheet.items; item += 1) {
      const buyers = open.filter((one) => buys(sheet.purchases[one] ?? [], item));
      if (buyers.length < 3) continue;
      this.binaries.push(`s${item}`);
      this.row([[3, `s${item}`], ...this.sumOf(buyers)], "<=", 0);
      for (const one of buyers) {
        const amount = scales.spends[one]?.find(({ tag }) => tag === item)?.amount ?? 0;
        const part = this.part(`g${one}_${item}`, amount);
        this.row(
          [
            [1, part],
            [-1, memberVariable(one)],
          ],
          "<=",
          0,
        );
        this.row(
          [
            [1, part],
            [-1, `s${item}`],
          ],
          "<=",
          0,
        );
      }
    }
  }

  private rivals(): void {
    const { sheet, scales, open } = this;
    if (scales.rival === 0) return;
    for (const one of open) {
      const part = this.part(`f${one}`, scales.rival);
      this.row(
        [
          [1, part],
          [-1, memberVariable(one)],
        ],
        "<=",
        0,
      );
      for (const other of open)
        if (sheet.isRival[one * sheet.count + other] === 1)
          this.row(
            [
              [1, part],
              [1, memberVariable(other)],
            ],
            "<=",
            1,
          );
    }
  }
}
