import { MalformedError } from "#domain/errors.ts";
import type { SqlPart } from "./business-conditions.ts";
import { cursorValues, IN_CURSOR } from "./page.ts";

/** What a list of businesses can be sorted by; `RELEVANCE` is for searches: how well a name meets the words. */
export const BUSINESS_SORTS = [
  "RELEVANCE",
  "NAME",
  "MUNICIPALITY",
  "TRADE",
  "LAST_CONTACT",
  "UPDATED",
  "KNOWN",
  "TO_ASK",
] as const;
/** One of the ways a list of businesses is sorted. */
export type BusinessSort = (typeof BUSINESS_SORTS)[number];

/** How a list is sorted. */
export interface BusinessOrder {
  readonly by: BusinessSort;
  readonly descending: boolean;
}

/** One thing rows are ordered by. Never null: what is unknown comes last either way. */
interface OrderTerm {
  readonly sql: string;
  readonly descending: boolean;
  readonly kind: keyof typeof IN_CURSOR;
}

/** Sorts after every text, whatever it is. */
const LAST = "U&'\\+10FFFF'";

function textTerm(column: string, descending: boolean): OrderTerm {
  return { sql: `coalesce(${column}, ${descending ? "''" : LAST}) collate "C"`, descending, kind: "text" };
}

function firstTermOf({ by, descending }: BusinessOrder): OrderTerm[] {
  switch (by) {
    case "RELEVANCE":
      return [{ sql: "rank", descending, kind: "number" }];
    case "NAME":
      return [];
    case "MUNICIPALITY":
      return [textTerm("municipality", descending)];
    case "TRADE":
      return [textTerm("industry", descending)];
    case "LAST_CONTACT":
      return [textTerm("last_contact", descending)];
    case "UPDATED":
      // Microseconds: a moment as JavaScript holds it would skip rows of the same millisecond.
      return [{ sql: "(extract(epoch from updated_at) * 1000000)::bigint", descending, kind: "number" }];
    case "KNOWN":
      return [{ sql: "known_count", descending, kind: "number" }];
    case "TO_ASK":
      return [textTerm("municipality", descending), { sql: "known_count", descending, kind: "number" }];
  }
}

/** What rows are ordered by in turn: what was asked, then the reading, then the id. */
export function orderTerms(order: BusinessOrder): readonly OrderTerm[] {
  const rest = order.by === "NAME" && order.descending;
  return [
    ...firstTermOf(order),
    { sql: "sort_key", descending: rest, kind: "text" },
    { sql: "id", descending: rest, kind: "uuid" },
  ];
}

/** The order by clause; turned round to read the page before. */
export function orderBySql(terms: readonly OrderTerm[], backwards: boolean): string {
  return terms.map(({ sql, descending }) => `${sql} ${descending === backwards ? "asc" : "desc"}`).join(", ");
}

/**
 * What rows beyond a cursor have in common.
 * @throws MalformedError where the cursor is none of this order's
 */
export function beyondCursor(terms: readonly OrderTerm[], cursor: string, backwards: boolean): SqlPart {
  const values = cursorValues(cursor);
  if (values.length !== terms.length || !terms.every(({ kind }, index) => IN_CURSOR[kind](values[index]))) {
    throw new MalformedError("cursor");
  }
  if (terms.every(({ descending }) => descending === terms[0]?.descending)) {
    const sign = terms[0]?.descending === backwards ? ">" : "<";
    return { sql: `(${terms.map(({ sql }) => sql).join(", ")}) ${sign} (${terms.map(() => "?").join(", ")})`, values };
  }
  return beyondMixed(terms, values, backwards);
}

/** a beyond, or a equal and b beyond, or … */
function beyondMixed(terms: readonly OrderTerm[], values: readonly unknown[], backwards: boolean): SqlPart {
  const steps = terms.map(({ sql, descending }, index) => {
    const equal = terms.slice(0, index).map((term) => `${term.sql} = ?`);
    return `(${[...equal, `${sql} ${descending === backwards ? ">" : "<"} ?`].join(" and ")})`;
  });
  return { sql: `(${steps.join(" or ")})`, values: terms.flatMap((_, index) => values.slice(0, index + 1)) };
}
