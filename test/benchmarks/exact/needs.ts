import type { Node } from "./node.ts";
import type { Sheet } from "./sheet.ts";

/** Bounds what groups of one size can have in shared needs. */
export class Needs {
  private readonly sheet: Sheet;
  /** What a press of 1 brings as the foremost and as the next issue, in hundred-thousandths. */
  private readonly first: number;
  private readonly next: number;
  /** By issue, how far it presses the group that was laid or begun. */
  private readonly press: Float64Array;
  /** Issues of that group, those that press most first. */
  private issues: number[] = [];
  private readonly isOwn: Uint8Array;
  private readonly hoped: Float64Array;

  constructor(sheet: Sheet, size: number) {
    const weight = sheet.weights["shared-need"] ?? 0;
    this.sheet = sheet;
    this.first = (7 * weight) / (30 * size);
    this.next = (3 * weight) / (30 * size);
    this.press = new Float64Array(sheet.issues);
    this.isOwn = new Uint8Array(sheet.issues);
    this.hoped = new Float64Array(sheet.count);
  }

  /**
   * Gives each of those who may join the most it can bring of a group's points. A group's points are the greatest over
   * any two issues of a sum over its members; where each who joins is given its even share of what the members bring and
   * may choose the two issues for itself, the sum is no less.
   */
  lay({ group, open, left }: Node, value: Float64Array): void {
    this.begin(group);
    const { press, isOwn, issues, sheet } = this;
    for (const one of open) {
      const own = sheet.needs[one] ?? [];
      let [most, second] = [0, 0];
      for (const { tag, amount } of own) {
        const each = (press[tag] as number) / left + amount * (sheet.answers[tag] as number);
        if (each > most) [most, second] = [each, most];
        else if (each > second) second = each;
        isOwn[tag] = 1;
      }
      let others = 0;
      for (let at = 0; at < issues.length && others < 2; at += 1) {
        const issue = issues[at] as number;
        if (isOwn[issue] === 1) continue;
        others += 1;
        const each = (press[issue] as number) / left;
        if (each > most) [most, second] = [each, most];
        else if (each > second) second = each;
      }
      for (const { tag } of own) isOwn[tag] = 0;
      this.hoped[one] = this.first * most + this.next * second;
      value[one] = this.hoped[one] as number;
    }
  }

  /** What was given to one who may join. */
  laid(one: number): number {
    return this.hoped[one] as number;
  }

  /** Turns to a group, to which two are to be added. */
  begin(group: readonly number[]): void {
    const { press, sheet } = this;
    for (const issue of this.issues) press[issue] = 0;
    const issues = new Set<number>();
    for (const one of group)
      for (const { tag, amount } of sheet.needs[one] ?? []) {
        press[tag] = (press[tag] as number) + amount * (sheet.answers[tag] as number);
        issues.add(tag);
      }
    this.issues = [...issues].sort((a, b) => (press[b] as number) - (press[a] as number));
  }

  /** Points of a whole group, whether its issues are shared or one member's alone. */
  of(group: readonly number[]): number {
    this.begin(group);
    const [most = 0, second = 0] = this.issues.map((issue) => this.press[issue] as number);
    return this.first * most + this.next * second;
  }

  /** The same for the group that was begun, with two more. */
  with(one: number, other: number): number {
    const { press, sheet, issues } = this;
    const joined = [...(sheet.needs[one] ?? []), ...(sheet.needs[other] ?? [])];
    for (const { tag, amount } of joined) press[tag] = (press[tag] as number) + amount * (sheet.answers[tag] as number);
    let [most, at, second] = [0, -1, 0];
    const show = (tag: number) => {
      const each = press[tag] as number;
      if (tag === at) return;
      if (each > most) [most, at, second] = [each, tag, most];
      else if (each > second) second = each;
    };
    for (const { tag } of joined) show(tag);
    for (let place = 0; place < issues.length; place += 1) show(issues[place] as number);
    for (const { tag, amount } of joined) press[tag] = (press[tag] as number) - amount * (sheet.answers[tag] as number);
    return this.first * most + this.next * second;
  }
}
