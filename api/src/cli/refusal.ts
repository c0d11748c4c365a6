/** A command was refused; the message is what the person reads on standard error. */
export class Refusal extends Error {}
