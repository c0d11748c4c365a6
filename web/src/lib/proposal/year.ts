import type { ShownYear } from "./proposal.ts";

/** One member's part of a month's bar. */
export interface YearPart {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** One month: what members bring, stacked, and what is asked; in the picture's unit. */
export interface DrawnMonth {
  /** 1 to 12. */
  readonly month: number;
  readonly parts: readonly YearPart[];
  readonly total: number;
  readonly asked: number | null;
  /** Nobody wants anyone, or less is free than is asked. */
  readonly isShort: boolean;
}

/** The twelve months of a picture, and the tallest of what is brought or asked. */
export function drawYear({ members, demand }: ShownYear): {
  readonly months: readonly DrawnMonth[];
  readonly tallest: number;
} {
  const months = Array.from({ length: 12 }, (_, index): DrawnMonth => {
    let total = 0;
    const parts = members.map(({ id, months: own }) => {
      const from = total;
      total += own[index] ?? 0;
      return { id, from, to: total };
    });
    const asked = demand?.[index] ?? null;
    return { month: index + 1, parts, total, asked, isShort: asked === null ? total === 0 : total < asked };
  });
  const tallest = Math.max(1, ...months.map(({ total, asked }) => Math.max(total, asked ?? 0)));
  return { months, tallest };
}

/** A number of a month as people say it: workers with one digit, units as they are. */
export function monthText(value: number, unit: ShownYear["unit"]): string {
  return unit === "UNITS" || value % 10 === 0 ? String(unit === "UNITS" ? value : value / 10) : (value / 10).toFixed(1);
}
