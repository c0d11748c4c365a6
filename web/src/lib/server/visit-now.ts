import { VisitNowDocument } from "@musubi/schema/operations";
import type { Api } from "./api.ts";

/** A visit an address names as just done with, as it stands now; null where it names none. */
export async function visitNow(api: Api, id: string | null) {
  if (!id) return null;
  const { visit } = await api.send(VisitNowDocument, { id });
  return visit?.business ? { ...visit, business: visit.business } : null;
}
