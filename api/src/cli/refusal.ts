/** A command was refused; the message is what the person reads on standard error. */
export class Refusal extends Error {}

/** Wrong usage: exit code 2. */
export class UsageError extends Error {}
