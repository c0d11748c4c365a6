import { m } from "#lib/paraglide/messages.js";
import type { ApproachChannel, ApproachState } from "./approach.ts";

const STATES: Readonly<Record<ApproachState, () => string>> = {
  NOT_ASKED: m.approach_not_asked,
  ASKED: m.approach_asked,
  INTERESTED: m.approach_interested,
  DECLINED: m.approach_declined,
};

const CHANNELS: Readonly<Record<ApproachChannel, () => string>> = {
  PHONE: m.approach_phone,
  VISIT: m.approach_visit,
  OFFICE: m.approach_office,
  ONLINE: m.approach_online,
  MAIL: m.approach_mail,
  PAPER: m.approach_paper,
};

/** How far a business was approached, as it is offered. */
export function approachStateText(state: ApproachState): string {
  return STATES[state]();
}

/** How a business was approached, as it is offered. */
export function approachChannelText(channel: ApproachChannel): string {
  return CHANNELS[channel]();
}
