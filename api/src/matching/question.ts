import { decisionOf, type Decision } from "#domain/decision.ts";
import { isForm, type Form, type MatchingLaw } from "#domain/law.ts";
import type { Purpose } from "#domain/purpose.ts";
import { weighedIds } from "./component-registry.ts";
import { demandOf, type Demand } from "./demand.ts";
import type { ComponentId, Terms } from "./terms.ts";

/** What someone asks of groups: everything but the members that a score and a verdict depend on. */
export interface Question {
  readonly purpose: Purpose;
  readonly terms: Terms;
  readonly law: MatchingLaw;
  readonly demand: Demand;
  readonly form: Form;
  /** Codes of prefectures or municipalities the members must be in; empty where any will do. */
  readonly districts: readonly string[];
  /** Ids that must be in the group. */
  readonly mustHave: readonly string[];
  /** Pairs of ids that must not meet. */
  readonly neverTogether: readonly (readonly [string, string])[];
  /** The components weighed for the purpose, in the order they are shown, with their weights. */
  readonly weighed: readonly WeighedComponent[];
  /** Distance from which nearness is nil for the purpose, in decametres. */
  readonly nearnessDam: number;
}

/** A component and its weight, 1 to 100. */
export interface WeighedComponent {
  readonly id: ComponentId;
  readonly weight: number;
}

/** Why a question cannot be answered. */
export interface QuestionProblem {
  readonly code: "UNKNOWN_FORM";
  readonly form: string;
}

/** What a question is made of; what is left out is not asked, and the form is then the purpose's usual one. */
export interface QuestionParts {
  readonly purpose: Purpose;
  readonly terms: Terms;
  readonly law: MatchingLaw;
  readonly demand?: Demand;
  readonly form?: string;
  readonly districts?: readonly string[];
  readonly mustHave?: readonly string[];
  readonly neverTogether?: readonly (readonly [string, string])[];
}

/** Puts a question together, or says why it cannot be answered. */
export function askQuestion(parts: QuestionParts): Decision<Question, QuestionProblem> {
  const { purpose, terms, law } = parts;
  const purposeTerms = terms.purposes[purpose];
  const form = parts.form ?? purposeTerms.form;
  const ids = weighedIds(purposeTerms.weights);
  const problems: QuestionProblem[] = [];
  if (!isForm(form)) problems.push({ code: "UNKNOWN_FORM", form });
  return decisionOf(problems, () => ({
    purpose,
    terms,
    law,
    demand: parts.demand ?? demandOf({}),
    form: form as Form,
    districts: parts.districts ?? [],
    mustHave: parts.mustHave ?? [],
    neverTogether: parts.neverTogether ?? [],
    weighed: ids.map((id) => ({ id, weight: purposeTerms.weights[id] ?? 0 })),
    nearnessDam: purposeTerms.nearnessDam,
  }));
}
