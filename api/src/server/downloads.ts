import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Express, Request, Response } from "express";
import { AccessError } from "#domain/errors.ts";
import { TABLE_FORMATS, TABLE_MEDIA, tableFile, type TableFormat } from "#files/table-file.ts";
import { exportBusinesses, exportFileName, type BusinessExportRequest } from "#queries/business-export.ts";
import { BUSINESS_SORTS } from "#queries/business-order.ts";
import { refusalText } from "#words/access.ts";
import { contextOf, type Installation } from "./request-context.ts";

/** Files people take with them. They are sent while they are read, so that a long list needs no more memory than a short one. */
export function mountDownloads(app: Express, installation: Installation): void {
  app.get("/downloads/businesses", async (request, response) => {
    const ctx = await contextOf(installation, { request, response });
    try {
      const format = formatOf(request);
      const { table } = await exportBusinesses(ctx, exportRequestOf(request));
      const name = encodeURIComponent(exportFileName(table.title, ctx.today(), format));
      response.setHeader("content-type", TABLE_MEDIA[format].type);
      response.setHeader("content-disposition", `attachment; filename*=UTF-8''${name}`);
      response.setHeader("x-content-type-options", "nosniff");
      response.setHeader("cache-control", "private, no-store");
      await pipeline(Readable.from(tableFile(table, format)), response);
    } catch (fault) {
      if (!(fault instanceof AccessError)) throw fault;
      refuse(response, fault.code, ctx.language);
    }
  });
}

function refuse(response: Response, code: AccessError["code"], language: "ja" | "en"): void {
  if (code === "UNAUTHENTICATED") {
    response.redirect(303, `/sign-in?${new URLSearchParams({ next: "/businesses", expired: "1" })}`);
    return;
  }
  response.status(403).type("text").send(refusalText(code, language));
}

/** One value of a name in the address; the first where it stands there twice. */
function valueOf({ query }: Request, name: string): string | undefined {
  const value = [query[name]].flat()[0];
  return typeof value === "string" && value !== "" ? value : undefined;
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
