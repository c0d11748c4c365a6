import type { Field } from "./field.ts";

/** Whether two candidates may be in one group, wherever they lie. */
export type MayMeet = (a: number, b: number) => boolean;

/** Two must not meet because somebody asks for it, or because the form lies in one prefecture and they are known to be in two. */
export function meetingsOf({ apart, columns: { municipality, count }, prefectureOf }: Field): MayMeet {
  const keyOf = (a: number, b: number) => Math.min(a, b) * count + Math.max(a, b);
  const apartKeys = new Set(apart.map(([a, b]) => keyOf(a, b)));
  return (a, b) => {
    if (apartKeys.size > 0 && apartKeys.has(keyOf(a, b))) return false;
    const one = prefectureOf[municipality[a] as number];
    const other = prefectureOf[municipality[b] as number];
    return one === other || one === 0 || other === 0;
  };
}
