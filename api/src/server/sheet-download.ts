import type { Request } from "express";
import { paperPdf } from "#files/paper/paper-press.ts";
import { paperWord } from "#files/paper/paper-word.ts";
import { candidateSheets, type CandidateAsked } from "#queries/candidate-sheets.ts";
import { readGlobalId, type NodeKind } from "#queries/global-id.ts";
import type { ReadingContext } from "#queries/reading-context.ts";
import { seenOrigin } from "./origin.ts";
import type { OutgoingFile } from "./outgoing-file.ts";
import { valueOf } from "./request-value.ts";

/** What a sheet can go out as. A PDF is shown, to be looked at and printed; a document is kept, to be changed. */
const FORMATS = {
  pdf: { type: "application/pdf", isShown: true, set: paperPdf },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    isShown: false,
    set: paperWord,
  },
} as const;

/** Characters no file system takes, which a business's name may hold. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]/gu;

/**
 * The sheets of a candidate: `discovery` and `rank`, or `proposal`; `kind` visit (for staff) or owner; with `business`
 * one owner's alone; `format` pdf or docx.
 */
export async function sheetFile(ctx: ReadingContext, request: Request): Promise<OutgoingFile> {
  const format = valueOf(request, "format") === "docx" ? "docx" : "pdf";
  const { protocol, host } = seenOrigin(request);
  const { title, papers } = await candidateSheets(ctx, {
    candidate: candidateOf(request),
    kind: valueOf(request, "kind") === "owner" ? "owners" : "visit",
    businessId: valueOf(request, "business") === undefined ? undefined : (idIn(request, "business", "Business") ?? ""),
    origin: `${protocol}://${host}`,
  });
  const { type, isShown, set } = FORMATS[format];
  const name = `${title.replace(NOT_IN_NAMES, "_")}_${ctx.today()}.${format}`;
  return { name, type, isShown, pieces: [await set(papers)] };
}

/** What the address names; undefined where that can be nothing of ours. */
function candidateOf(request: Request): CandidateAsked | undefined {
  const savedProposalId = idIn(request, "proposal", "SavedProposal");
  if (savedProposalId !== undefined) return { savedProposalId };
  const [discoveryId, rank] = [idIn(request, "discovery", "Discovery"), Number(valueOf(request, "rank"))];
  return discoveryId === undefined || !Number.isInteger(rank) ? undefined : { discoveryId, rank };
}

function idIn(request: Request, name: string, kind: NodeKind): string | undefined {
  const read = readGlobalId(valueOf(request, name) ?? "");
  return read?.kind === kind ? read.id : undefined;
}
