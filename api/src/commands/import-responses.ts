import { requireAccess } from "#domain/access/decide.ts";
import type { ImportPreview } from "#domain/business/import-preview.ts";
import type { ImportProblem } from "#domain/business/import-problem.ts";
import { decideSurveyName, type SurveyNameProblem } from "#domain/business/survey-name.ts";
import type { Decision } from "#domain/decision.ts";
import type { Reference } from "#files/seeds/reference.ts";
import type { CommandContext } from "./context.ts";
import { importBusinesses } from "./import-businesses.ts";
import type { ListFile } from "./import-plan.ts";

/**
 * Reads the answers of a survey and keeps them with what they would change in the profiles of known businesses. From
 * there on they are an import as any other: corrected, taken whole or not at all, and taken back.
 */
export async function importResponses(
  ctx: CommandContext & { readonly reference: Reference },
  file: ListFile & { readonly survey: string },
  options: { readonly isInteractive?: boolean } = {},
): Promise<Decision<{ importId: string; preview: ImportPreview }, ImportProblem | SurveyNameProblem>> {
  requireAccess(ctx.viewer, "business.import");
  const named = decideSurveyName(file.survey);
  return named.accepted ? importBusinesses(ctx, { ...file, ...named.change }, options) : named;
}
