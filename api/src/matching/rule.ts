import type { Form, LawRef, SizeBand } from "#domain/law.ts";
import type { LicenceWish } from "./demand.ts";
import type { Group } from "./member.ts";
import type { Question } from "./question.ts";

/** A hard rule's answer. Unknown never fails a group; it is listed with what to ask. */
export type Verdict = "pass" | "fail" | "unknown";

/** What a member's size says: within a limit of its trade, above both, or not told by what is known. */
export interface SizeFinding {
  readonly member: string;
  /** The band of its trade; null where the trade does not tell. */
  readonly band: SizeBand["id"] | null;
  readonly missing: readonly ("industry" | "employees" | "capitalYen")[];
}

/** The facts behind each rule's verdict. */
export interface RuleEvidenceOf {
  /** Number of legal persons; `needed` is null where no figure is known for the form. */
  H1: { readonly form: Form; readonly members: number; readonly needed: number | null; readonly law: LawRef | null };
  /** `overBoth` are eligible but go to the Fair Trade Commission within so many days; `caution` is true where there are any. */
  H2: {
    readonly caution?: true;
    readonly overBoth: readonly string[];
    readonly unknown: readonly SizeFinding[];
    readonly noticeDays: number;
    readonly law: LawRef;
    readonly noticeLaw: LawRef;
  };
  H3: {
    readonly districts: readonly string[];
    readonly outside: readonly string[];
    readonly unknown: readonly string[];
    /** Where the form's district lies in one prefecture: the prefectures members are in, and the article. */
    readonly onePrefecture?: { readonly prefectures: readonly string[]; readonly law: LawRef };
  };
  /** How many licences are asked for, those nobody holds, who might, and demanded areas nobody is licensed for. */
  H5: {
    /** Absent in analyses that were kept before it was told. */
    readonly asked?: number;
    readonly missing: readonly LicenceWish[];
    readonly unknown: readonly string[];
    readonly areasWithoutHolder: readonly { readonly municipality: string; readonly licence: string }[];
  };
  /** Members of a trade to which no worker may be lent, and those whose trade does not tell. */
  H12: { readonly barred: readonly string[]; readonly unknown: readonly string[]; readonly law: LawRef };
  "must-have": { readonly missing: readonly string[] };
  "never-together": { readonly pairs: readonly (readonly [string, string])[] };
}

/** One hard rule. */
export type RuleId = keyof RuleEvidenceOf;

/** One rule's answer about a group, with its facts. */
export type RuleResult = {
  [Id in RuleId]: { readonly id: Id; readonly verdict: Verdict; readonly evidence: RuleEvidenceOf[Id] };
}[RuleId];

/** Judges a group by one rule; undefined where the question does not ask it. */
export type Rule = (group: Group, question: Question) => RuleResult | undefined;

/** Fails where anything fails, else is unknown where anything is unknown. */
export function verdictOf(fails: boolean, unknown: boolean): Verdict {
  if (fails) return "fail";
  return unknown ? "unknown" : "pass";
}
