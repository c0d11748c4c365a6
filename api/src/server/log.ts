import pino from "pino";

/** One JSON line each on standard error, so that standard output stays for what was asked. No names, no texts. */
export const log = pino({ base: null, redact: ["password", "email", "cookie", "*.password"] }, pino.destination(2));

/** Notes a fault of ours with everything it carries. @returns the number a person may quote */
export function noteDefect(defect: unknown): string {
  const id = crypto.randomUUID().slice(0, 8);
  log.error({ id, err: defect }, "defect");
  return id;
}
