import { monthsOf, type ListAddress } from "./list-address.ts";

/** Formats a list goes out in, by the name the address has for them. */
export const DOWNLOAD_FORMATS = ["xlsx", "csv", "csv-cp932"] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

/** What a download is asked for beside the list itself. */
export interface DownloadChoice {
  readonly format: DownloadFormat;
  /** Every field, not only the columns shown. */
  readonly everything: boolean;
}

/** Address of a list as a file: the same filters and order, named as the api names them. */
export function downloadHref(address: ListAddress, choice: DownloadChoice): string {
  return `/downloads/businesses?${queryOf(address, choice)}`;
}

/** Address of the workbook that the answers of the businesses in a list are written into. */
export function responseTemplateHref(address: ListAddress): string {
  return `/downloads/responses?${queryOf(address, { format: "xlsx", everything: true })}`;
}

function queryOf(address: ListAddress, { format, everything }: DownloadChoice): URLSearchParams {
  const { search, sort, descending, columns } = address;
  const { municipality, industry, need, licence, purpose, known, unknown, mine, visited } = address.filters;
  const asked = {
    ...{ search, municipality, industry, need, licence, purpose, known, unknown },
    mine: mine === "" ? "" : "true",
    notVisitedMonths: String(monthsOf(visited) ?? ""),
    sort: sort ?? "",
    descending: sort && descending ? "true" : "",
    columns: everything ? "" : columns.join(","),
  };
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ""));
  query.set("format", format);
  return query;
}
