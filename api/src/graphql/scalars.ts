import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { readPlainDate, type PlainDate } from "#domain/calendar.ts";

function plainDateOf(value: unknown): PlainDate {
  const date = typeof value === "string" ? readPlainDate(value) : undefined;
  if (date !== undefined) return date;
  throw new GraphQLError(`A date is written as 2026-09-16; this is not one: ${String(value).slice(0, 40)}`);
}

/** A civil date without time and zone. */
export const PlainDateScalar = new GraphQLScalarType<PlainDate, string>({
  name: "PlainDate",
  description: "A civil date in Japan without time or zone, written 2026-09-16.",
  serialize: plainDateOf,
  parseValue: plainDateOf,
  parseLiteral: (node) => plainDateOf(node.kind === Kind.STRING ? node.value : undefined),
});

/** A moment. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description: "A moment in UTC, written 2026-09-16T01:23:45.000Z.",
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    throw new Error(`Not a moment: ${String(value)}`);
  },
});
