import { monthsBefore } from "#domain/calendar.ts";
import { divisionsOf } from "#domain/industry.ts";
import { evenWidth } from "#domain/text.ts";
import type { ReadingContext } from "./reading-context.ts";

/** Which businesses a list shows; what is absent or null is not asked. All that is asked must hold. */
export interface BusinessFilter {
  /** Words as typed. */
  readonly search?: string | null;
  /** 5-digit municipality. */
  readonly municipality?: string | null;
  /** JSIC section letter, or the first 2 to 4 digits. */
  readonly industry?: string | null;
  /** Name of the coordinator who looks after it. */
  readonly adviser?: string | null;
  /** Only those the viewer looks after. */
  readonly mine?: boolean | null;
  /** Only those not visited for so many months, or of which no visit is known. */
  readonly notVisitedMonths?: number | null;
  /** Issue code. */
  readonly need?: string | null;
  /** Licence code. */
  readonly licence?: string | null;
  /** Purpose it is open to. */
  readonly purpose?: string | null;
  /** A fact that is known. */
  readonly known?: string | null;
  /** A fact that is not known. */
  readonly unknown?: string | null;
}

/** A piece of SQL with the values of its question marks. */
export interface SqlPart {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What a filter asks of a row of `business`; the search is none of it, since words are looked up in their own way. */
export function conditionsOf(ctx: ReadingContext, filter: BusinessFilter): SqlPart[] {
  const { municipality, industry, adviser, mine, notVisitedMonths, need, licence, purpose, known, unknown } = filter;
  const asked: (SqlPart | undefined)[] = [
    given(municipality, "municipality = ?"),
    industry ? industryCondition(industry) : undefined,
    adviser ? adviserCondition(adviser) : undefined,
    mine ? adviserCondition(ctx.viewer.kind === "account" ? ctx.viewer.name : "") : undefined,
    notVisitedMonths ? notVisitedCondition(ctx, notVisitedMonths) : undefined,
    given(need, "? = any(needs)"),
    given(licence, "? = any(licence_kinds)"),
    given(purpose, "? = any(purposes)"),
    given(known, "known_facts & fact_bit(?) <> 0"),
    given(unknown, "known_facts & fact_bit(?) = 0"),
  ];
  return asked.filter((one) => one !== undefined).map(withoutNul);
}

/** PostgreSQL has no text with a NUL in it, so nothing of ours holds one. */
function withoutNul(part: SqlPart): SqlPart {
  return part.values.some((value) => String(value).includes("\0")) ? { sql: "false", values: [] } : part;
}

function given(value: string | null | undefined, sql: string): SqlPart | undefined {
  return value ? { sql, values: [value] } : undefined;
}

function industryCondition(industry: string): SqlPart {
  const divisions = divisionsOf(industry);
  if (!divisions) return { sql: "starts_with(industry, ?)", values: [industry] };
  return {
    sql: "(industry = ? or left(industry, 2) between ? and ?)",
    values: [industry, divisions.first, divisions.last],
  };
}

/** Names are compared without spaces, as the database keeps them for this. */
function adviserCondition(name: string): SqlPart {
  return { sql: "adviser = ?", values: [evenWidth(name).replace(/\s/g, "")] };
}

function notVisitedCondition(ctx: ReadingContext, months: number): SqlPart {
  return { sql: "(last_contact is null or last_contact < ?)", values: [monthsBefore(ctx.today(), months)] };
}
