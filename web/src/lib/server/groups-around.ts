import { isHttpError } from "@sveltejs/kit";
import { GroupsAroundDocument, type GroupsAroundQuery } from "@musubi/schema/operations";
import type { Api } from "./api.ts";

/** The groups one business can be in; or why they could not be looked for. */
export type GroupsAround =
  { readonly found: GroupsAroundQuery["groupsAround"] } | { readonly refused: string; readonly number?: string };

/** Looks for the groups one business can be in. A refusal is told where they would stand; the rest of the page has no part in it. */
export async function groupsAround(
  api: Api,
  asked: { readonly businessId: string; readonly purpose: string | null },
): Promise<GroupsAround> {
  try {
    return { found: (await api.send(GroupsAroundDocument, asked)).groupsAround };
  } catch (error) {
    if (!isHttpError(error)) throw error;
    const { message, number } = error.body;
    return { refused: message, ...(number ? { number } : {}) };
  }
}
