/** The viewer may not do this; `UNAUTHENTICATED` where signing in would help. Never says what exists. */
export class AccessError extends Error {
  readonly code: "FORBIDDEN" | "UNAUTHENTICATED";

  constructor(code: "FORBIDDEN" | "UNAUTHENTICATED") {
    super(code);
    this.code = code;
  }
}

/** What was asked for is not there for this viewer; another federation's thing answers exactly so. */
export class NotFoundError extends Error {
  readonly code = "NOT_FOUND";
}

/** Somebody else changed the same thing meanwhile; nothing was written. */
export class ConflictError extends Error {
  readonly code = "CONFLICT";
}

/** A value that was handed in cannot be what it says it is, such as a cursor nobody gave out. */
export class MalformedError extends Error {
  readonly code = "MALFORMED";
}
