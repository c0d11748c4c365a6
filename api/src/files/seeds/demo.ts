import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { FieldEdit } from "#domain/business/read-edit.ts";
import type { MemberState } from "#domain/group/member.ts";
import type { GroupStage } from "#domain/group/stage.ts";
import type { Role } from "#domain/access/viewer.ts";
import type { ApproachChannel, ApproachState } from "#domain/proposal/approach.ts";
import type { DismissalReason } from "#domain/proposal/proposal.ts";
import type { VisitChannel } from "#domain/visit/visit.ts";

/** One account of the demo. Its password is no secret: it is printed at the first start. */
export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly federation: string;
  readonly password: string;
}

/** A group of the demo with what happened to it, in days before the day it is loaded. */
export interface DemoGroup {
  readonly name: string;
  readonly purpose: string;
  readonly form: string;
  /** The members' keys (管理番号). */
  readonly members: readonly string[];
  /** How far all of them have come by now; absent: candidates. */
  readonly memberState?: MemberState;
  readonly startedDaysAgo: number;
  readonly steps?: readonly { readonly to: GroupStage; readonly daysAgo: number; readonly note: string }[];
}

/** A visit of the demo, with what was told and what is to be done next. */
export interface DemoVisit {
  /** The business's key (管理番号). */
  readonly business: string;
  readonly daysAgo: number;
  readonly channel: VisitChannel;
  readonly minutes: number;
  readonly told: string;
  readonly impression: string;
  readonly nextStep: string;
  /** Days from the day of loading until the next step is due; before it, where negative. */
  readonly nextInDays?: number;
  /** Whether the next step was done since. */
  readonly settled?: true;
  /** What the owner answered. */
  readonly answers?: readonly FieldEdit[];
}

/** A candidate of the demo that somebody works on. */
export interface DemoProposal {
  readonly name: string;
  readonly purpose: string;
  /** The members' keys (管理番号). */
  readonly members: readonly string[];
  readonly savedDaysAgo: number;
  readonly note?: string;
  readonly dismissed?: { readonly reason: DismissalReason; readonly note: string };
  readonly approaches: readonly {
    readonly business: string;
    readonly daysAgo: number;
    readonly state: ApproachState;
    readonly channel: ApproachChannel;
    readonly note: string;
  }[];
}

/** The invented town: its list as a federation would hand it in, its groups, its accounts, and what one of them noted. */
export interface Demo {
  readonly list: { readonly name: string; readonly bytes: Uint8Array };
  readonly groups: readonly DemoGroup[];
  readonly accounts: readonly DemoAccount[];
  /** E-mail of the account that made the visits. */
  readonly visitor: string;
  readonly visits: readonly DemoVisit[];
  /** What that account thinks of candidates. */
  readonly proposals: readonly DemoProposal[];
}

/** The federation whose town it is. */
export const DEMO_FEDERATION = "02";

/** Reads the demo. It is loaded through the same commands as everything else, which check it. */
export function loadDemo(): Demo {
  const folder = new URL("../../../../seeds/demo/", import.meta.url);
  const yaml = (name: string): unknown => parse(readFileSync(new URL(name, folder), "utf8"));
  const { groups } = yaml("groups.yaml") as { groups: DemoGroup[] };
  const { accounts } = yaml("accounts.yaml") as { accounts: DemoAccount[] };
  const { by: visitor, visits } = yaml("visits.yaml") as { by: string; visits: DemoVisit[] };
  const { proposals } = yaml("proposals.yaml") as { proposals: DemoProposal[] };
  const list = { name: "businesses.csv", bytes: readFileSync(new URL("businesses.csv", folder)) };
  return { list, groups, accounts, visitor, visits, proposals };
}
