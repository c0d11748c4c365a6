import { analyse, type Analysis } from "../analysis.ts";
import type { Member } from "../member.ts";
import type { Question } from "../question.ts";
import { compareRank } from "../rank.ts";
import { isLawful } from "../rule-registry.ts";
import { Overlaps } from "./overlaps.ts";

/** A group a search came upon: candidates in order, and the lower bound kept while searching. */
export interface Found {
  readonly candidates: Int32Array;
  readonly lower: number;
}

/** A group chosen as a proposal. */
export interface Chosen extends Found {
  readonly analysis: Analysis;
}

const byLower = (a: Found, b: Found): number => b.lower - a.lower;

/** The groups a search came upon, each once. */
export class FoundGroups {
  private readonly byKey = new Map<string, Found>();
  private readonly memberOf: (candidate: number) => Member;
  private readonly question: Question;
  private readonly keptMax: number;
  /** What `provisionalTop` said last, as long as nothing was kept or let go since. */
  private provisional: { readonly top: number; readonly chosen: readonly Found[] } | undefined;

  /** @param keptMax groups kept: once twice as many are there, the best half by lower bound */
  constructor(memberOf: (candidate: number) => Member, question: Question, keptMax: number) {
    this.memberOf = memberOf;
    this.question = question;
    this.keptMax = keptMax;
  }

  /** Keeps a group, handed over in any order. @returns the group as it is kept, the same one whoever comes to it again */
  keep(group: Int32Array, lower: number): Found {
    const candidates = group.toSorted();
    const key = candidates.join();
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const found = { candidates, lower };
    this.byKey.set(key, found);
    this.provisional = undefined;
    if (this.byKey.size >= 2 * this.keptMax) this.prune();
    return found;
  }

  /** Lets go of groups below a lower bound; of none that `provisionalTop` chose last. */
  forgetBelow(least: number): void {
    for (const [key, { lower }] of this.byKey) if (lower < least) this.byKey.delete(key);
  }

  /** Of equals, those found first stay. */
  private prune(): void {
    const worst = [...this.byKey].sort(([, a], [, b]) => byLower(a, b)).slice(this.keptMax);
    for (const [key] of worst) this.byKey.delete(key);
  }

  /** The best so many by lower bound, however alike; of equals those found first. */
  best(count: number): readonly Found[] {
    return [...this.byKey.values()].sort(byLower).slice(0, count);
  }

  /** About the same, quicker: of groups with the same lower bound those found first, and no rule is looked at. */
  provisionalTop(top: number): readonly Found[] {
    if (this.provisional?.top !== top) this.provisional = { top, chosen: this.chooseProvisionally(top) };
    return this.provisional.chosen;
  }

  private chooseProvisionally(top: number): readonly Found[] {
    const overlaps = new Overlaps();
    const chosen: Found[] = [];
    for (const found of [...this.byKey.values()].sort(byLower)) {
      if (chosen.length === top) break;
      if (!overlaps.isDiverse(found.candidates)) continue;
      chosen.push(found);
      overlaps.avoid(found.candidates);
    }
    return chosen;
  }

  /** The first lawful ones in rank order of which any two are diverse: what taking them from the full list would give. */
  diverseTop(top: number): readonly Chosen[] {
    const found = [...this.byKey.values()].sort(byLower);
    const overlaps = new Overlaps();
    const chosen: Chosen[] = [];
    for (let from = 0; from < found.length && chosen.length < top;) {
      const { lower } = found[from] as Found;
      let to = from;
      while (found[to]?.lower === lower) to += 1;
      for (const { candidates, analysis } of this.ranked(found.slice(from, to), overlaps)) {
        if (chosen.length === top || !overlaps.isDiverse(candidates)) continue;
        chosen.push({ candidates, lower, analysis });
        overlaps.avoid(candidates);
      }
      from = to;
    }
    return chosen;
  }

  /** Of groups with the same lower bound, the lawful ones that are still diverse, in rank order. */
  private ranked(alike: readonly Found[], overlaps: Overlaps): readonly Chosen[] {
    return alike
      .filter(({ candidates }) => overlaps.isDiverse(candidates))
      .map((found) => ({ ...found, analysis: this.analysisOf(found) }))
      .filter(({ analysis: { rules } }) => isLawful(rules))
      .sort((a, b) => compareRank(a.analysis, b.analysis));
  }

  /** The analysis of a group, as everyone else sees it. */
  private analysisOf({ candidates, lower }: Found): Analysis {
    const analysis = analyse(
      Array.from(candidates, (candidate) => this.memberOf(candidate)),
      this.question,
    );
    if (analysis.lower === lower) return analysis;
    throw new Error(
      `The search gave ${analysis.members.join()} ${lower}, the analysis ${analysis.lower}. Maybe a running component is wrong?`,
    );
  }
}
