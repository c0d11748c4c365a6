import { GraphQLError } from "graphql";
import { Field, ObjectType } from "type-graphql";
import type { Decision } from "#domain/decision.ts";
import { problemText, type CommandProblem } from "#words/problem.ts";
import type { Language } from "#words/language.ts";

@ObjectType("Problem", { description: "Why something was not done, and what to do. Nothing was written." })
export class ProblemType {
  @Field(() => String, { description: "Stable name of the problem, for programs." })
  code!: string;

  @Field(() => String, { description: "What is wrong and what to do, in the reader's language." })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: "The input field it belongs to; null where it is about the whole.",
  })
  field!: string | null;

  @Field(() => String, { nullable: true, description: "The act and article behind it; null where none is." })
  law!: string | null;
}

/** A problem as data, worded. */
export function problemOf(problem: CommandProblem, language: Language): ProblemType {
  const field = "field" in problem ? problem.field : null;
  return { code: problem.code, message: problemText(problem, language), field, law: null };
}

/** The problems of a refused decision; none of an accepted one. */
export function problemsOf(decision: Decision<unknown, CommandProblem>, language: Language): ProblemType[] {
  return decision.accepted ? [] : decision.problems.map((problem) => problemOf(problem, language));
}

/** What was decided. @throws GraphQLError BAD_USER_INPUT naming every problem: a query has no payload for them */
export function requireNoProblems<Change>(decision: Decision<Change, CommandProblem>, language: Language): Change {
  if (decision.accepted) return decision.change;
  const problems = problemsOf(decision, language);
  throw new GraphQLError(problems.map(({ message }) => message).join("\n"), {
    extensions: { code: "BAD_USER_INPUT", problems },
  });
}
