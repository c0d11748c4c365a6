/** The best so many of those it is told of, each once however often, by what a group would be worth with it. */
export class Closest {
  readonly ones: number[] = [];
  private readonly worths: number[] = [];
  private readonly count: number;
  private readonly least: number;

  constructor(count: number, least: number) {
    this.count = count;
    this.least = least;
  }

  /** What somebody has to be above to be among them. */
  get bar(): number {
    return this.ones.length < this.count ? this.least : (this.worths[this.count - 1] as number);
  }

  /** @returns what the next has to be above */
  offer(one: number, worth: number): number {
    const { ones, worths } = this;
    const known = ones.indexOf(one);
    if (known >= 0 && (worths[known] as number) >= worth) return this.bar;
    if (known >= 0) {
      ones.splice(known, 1);
      worths.splice(known, 1);
    }
    let at = worths.length;
    while (at > 0 && (worths[at - 1] as number) < worth) at -= 1;
    ones.splice(at, 0, one);
    worths.splice(at, 0, worth);
    if (ones.length > this.count) {
      ones.pop();
      worths.pop();
    }
    return this.bar;
  }
}
