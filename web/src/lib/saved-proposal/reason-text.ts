import { m } from "#lib/paraglide/messages.js";
import type { Reason } from "./saved.ts";

const TEXTS: Readonly<Record<Reason, () => string>> = {
  WORKING_TOGETHER: m.saved_reason_working_together,
  NOT_ON_TERMS: m.saved_reason_not_on_terms,
  BAD_TIMING: m.saved_reason_bad_timing,
  NO_WISH: m.saved_reason_no_wish,
  DOES_NOT_FIT: m.saved_reason_does_not_fit,
  OTHER: m.saved_reason_other,
};

/** A reason to dismiss a candidate, as it is offered. */
export function reasonText(reason: Reason): string {
  return TEXTS[reason]();
}
