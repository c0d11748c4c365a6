/**
 * Where one stands in a list that is read page by page. The address keeps the cursor of every page passed
 * (`after`, once for each), so that the way back is as plain as the way on and both survive a reload.
 */
export interface ListPage {
  readonly after: string | null;
  /** Pages before this one. */
  readonly passed: number;
}

export function listPageOf(params: URLSearchParams): ListPage {
  const cursors = params.getAll("after");
  return { after: cursors.at(-1) ?? null, passed: cursors.length };
}

/** Address of the page that begins after this cursor; everything else in the address stays. */
export function nextPageHref(params: URLSearchParams, endCursor: string): string {
  const next = new URLSearchParams(params);
  next.append("after", endCursor);
  return `?${next}`;
}

/** Address of the page before; null on the first. */
export function previousPageHref(params: URLSearchParams): string | null {
  const cursors = params.getAll("after");
  if (cursors.length === 0) return null;
  const previous = new URLSearchParams(params);
  previous.delete("after");
  for (const cursor of cursors.slice(0, -1)) previous.append("after", cursor);
  return `?${previous}`;
}
