import { ExportPageDocument } from "@musubi/schema/operations";
import { DOWNLOAD_FORMATS } from "#lib/business/download.ts";
import { listAddressOf, listQueryOf } from "#lib/business/list-address.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const address = listAddressOf(url.searchParams);
  const format = DOWNLOAD_FORMATS.find((one) => one === url.searchParams.get("format")) ?? "xlsx";
  const everything = url.searchParams.get("fields") === "all";
  const { businesses, businessesFile } = await locals.api.send(ExportPageDocument, {
    ...listQueryOf(address),
    columns: everything ? null : [...address.columns],
    // What an encoding lacks is looked for in the whole list: only where it is asked for.
    checks: format === "csv-cp932",
  });
  const { totalCount } = businesses;
  return { address, format, everything, totalCount, unwritable: businessesFile?.unwritable ?? [] };
};
