import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Express, Request, Response } from "express";
import { AccessError, NotFoundError } from "#domain/errors.ts";
import { TABLE_FORMATS, TABLE_MEDIA, tableFile, type Table, type TableFormat } from "#files/table-file.ts";
import { exportBusinesses, exportFileName, type BusinessExportRequest } from "#queries/business-export.ts";
import { BUSINESS_SORTS } from "#queries/business-order.ts";
import { readGlobalId } from "#queries/global-id.ts";
import { exportGroups } from "#queries/group-export.ts";
import { exportProposals } from "#queries/proposal-export.ts";
import type { ReadingContext } from "#queries/reading-context.ts";
import { PROPOSAL_STATES } from "#domain/proposal/proposal.ts";
import { responseTemplate } from "#queries/response-template.ts";
import { exportAllCalls, exportCalls } from "#queries/call-export.ts";
import { exportSavedProposals } from "#queries/saved-proposal-export.ts";
import { PROPOSAL_SORTS, type ProposalListRequest } from "#queries/saved-proposal-pages.ts";
import { refusalText, type RefusalCode } from "#words/access.ts";
import type { OutgoingFile } from "./outgoing-file.ts";
import { contextOf, type Installation } from "./request-context.ts";
import { valueOf } from "./request-value.ts";
import { sheetFile } from "./sheet-download.ts";

/** Something that can be taken away: how its file is made, and the page somebody not signed in comes back to. */
interface Download {
  readonly page: string;
  file(ctx: ReadingContext, request: Request): Promise<OutgoingFile>;
}

/** Every list and sheet that goes out as a file, by its address; the access table has a row for each. */
export const DOWNLOADS: Readonly<Record<string, Download>> = {
  "/downloads/businesses": list("/businesses", async (ctx, request) => {
    return (await exportBusinesses(ctx, exportRequestOf(request))).table;
  }),
  "/downloads/responses": list("/businesses/import/responses", async (ctx, request) => {
    return (await responseTemplate(ctx, exportRequestOf(request))).table;
  }),
  "/downloads/groups": list("/groups", exportGroups),
  "/downloads/candidates": list("/discover", (ctx, request) => exportProposals(ctx, discoveryOf(request))),
  "/downloads/proposals": list("/proposals", (ctx, request) => exportSavedProposals(ctx, proposalRequestOf(request))),
  "/downloads/calls": list("/proposals", (ctx, request) =>
    valueOf(request, "proposal") === undefined ? exportAllCalls(ctx) : exportCalls(ctx, proposalOf(request)),
  ),
  "/downloads/candidate-sheet": { page: "/proposals", file: sheetFile },
};

function list(page: string, read: (ctx: ReadingContext, request: Request) => Table | Promise<Table>): Download {
  return {
    page,
    async file(ctx, request) {
      const format = formatOf(request);
      const table = await read(ctx, request);
      const name = exportFileName(table.title, ctx.today(), format);
      return { name, type: TABLE_MEDIA[format].type, isShown: false, pieces: tableFile(table, format) };
    },
  };
}

/** Files people take with them. They are sent while they are read, so that a long list needs no more memory than a short one. */
export function mountDownloads(app: Express, installation: Installation): void {
  for (const [path, download] of Object.entries(DOWNLOADS)) {
    app.get(path, (request, response) => send(installation, download, { request, response }));
  }
}

async function send(
  installation: Installation,
  download: Download,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<void> {
  const ctx = await contextOf(installation, { request, response });
  try {
    const { name, type, isShown, pieces } = await download.file(ctx, request);
    const disposition = isShown ? "inline" : "attachment";
    response.setHeader("content-type", type);
    response.setHeader("content-disposition", `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`);
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("cache-control", "private, no-store");
    await pipeline(Readable.from(pieces), response);
  } catch (fault) {
    if (!(fault instanceof AccessError || fault instanceof NotFoundError)) throw fault;
    if (fault.code !== "UNAUTHENTICATED") return refuse(response, fault.code, ctx.language);
    response.redirect(303, `/sign-in?${new URLSearchParams({ next: download.page, expired: "1" })}`);
  }
}

function refuse(response: Response, code: RefusalCode, language: "ja" | "en"): void {
  const status = code === "NOT_FOUND" ? 404 : 403;
  response.status(status).type("text").send(refusalText(code, language));
}

function discoveryOf(request: Request): string | undefined {
  const read = readGlobalId(valueOf(request, "discovery") ?? "");
  return read?.kind === "Discovery" ? read.id : undefined;
}

/** Names as the page `/proposals` has them in its address. */
function proposalRequestOf(request: Request): ProposalListRequest {
  return {
    state: PROPOSAL_STATES.find((state) => state === valueOf(request, "state")),
    purpose: valueOf(request, "purpose"),
    search: valueOf(request, "search"),
    sort: PROPOSAL_SORTS.find((sort) => sort === valueOf(request, "sort")),
  };
}

function proposalOf(request: Request): string | undefined {
  const read = readGlobalId(valueOf(request, "proposal") ?? "");
  return read?.kind === "SavedProposal" ? read.id : undefined;
}

function formatOf(request: Request): TableFormat {
  return TABLE_FORMATS.find((format) => format === valueOf(request, "format")) ?? "xlsx";
}

/** Names as the query `businesses` has them; columns are parted by commas. */
function exportRequestOf(request: Request): BusinessExportRequest {
  const months = Number(valueOf(request, "notVisitedMonths") ?? 0);
  const sort = BUSINESS_SORTS.find((one) => one === valueOf(request, "sort"));
  const texts = ["search", "municipality", "industry", "adviser", "need", "licence", "purpose", "known", "unknown"];
  return {
    filter: {
      ...Object.fromEntries(texts.map((name) => [name, valueOf(request, name) ?? null])),
      mine: valueOf(request, "mine") === "true",
      notVisitedMonths: Number.isInteger(months) && months >= 1 && months <= 120 ? months : null,
    },
    ...(sort === undefined ? {} : { order: { by: sort, descending: valueOf(request, "descending") === "true" } }),
    columns: valueOf(request, "columns")?.split(","),
  };
}
