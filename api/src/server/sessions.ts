import { createHash, randomBytes } from "node:crypto";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { AccountViewer, Viewer } from "#domain/access/viewer.ts";
import { AccountRecord } from "#persistence/account-record.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { SessionRecord } from "#persistence/session-record.ts";

/** A session ends after half an hour without a request, and in any case after a working day. */
export const SESSION_IDLE_MINUTES = 30;
export const SESSION_HOURS_MAX = 12;

/** A request writes its time down only when the last one was this long ago: reading pages stays reading. */
const SEEN_STEP_MINUTES = 1;

const MINUTE_MS = 60_000;

/** Opens a session for a person whose password was right. @returns the token for the cookie, 256 random bits */
export async function openSession(orm: MikroORM, account: AccountViewer, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const em = actingFor(orm, { federation: account.federation });
  await em.insert(SessionRecord, {
    tokenHash: hashOf(token),
    accountId: account.accountId,
    federationCode: account.federation,
    createdAt: now,
    lastSeenAt: now,
  });
  return token;
}

/** Ends the session of this token at once; an unknown token is no fault. */
export async function closeSession(orm: MikroORM, token: string): Promise<void> {
  const tokenHash = hashOf(token);
  await actingFor(orm, { sessionToken: tokenHash }).nativeDelete(SessionRecord, { tokenHash });
}

/** Who holds this token now: a person of a live session whose account is not disabled, else nobody. */
export async function findViewer(orm: MikroORM, token: string | undefined, now: Date): Promise<Viewer> {
  const session = token ? await liveSession(orm, hashOf(token), now) : undefined;
  if (!session) return { kind: "anonymous" };
  const em = actingFor(orm, { federation: session.federationCode });
  const account = await em.findOne(AccountRecord, { id: session.accountId, disabledAt: null });
  return account ? viewerOf(account) : { kind: "anonymous" };
}

/** What is carried about a signed-in account; its password's hash stays behind. */
export function viewerOf(account: AccountRecord): AccountViewer {
  const { id: accountId, name, email, role, federationCode: federation } = account;
  return { kind: "account", accountId, name, email, role, federation };
}

async function liveSession(orm: MikroORM, tokenHash: string, now: Date): Promise<SessionRecord | undefined> {
  const em = actingFor(orm, { sessionToken: tokenHash });
  const session = await em.findOne(SessionRecord, { tokenHash });
  if (!session) return undefined;
  const idleMinutes = (now.getTime() - session.lastSeenAt.getTime()) / MINUTE_MS;
  const ageMinutes = (now.getTime() - session.createdAt.getTime()) / MINUTE_MS;
  if (idleMinutes > SESSION_IDLE_MINUTES || ageMinutes > SESSION_HOURS_MAX * 60) {
    await em.nativeDelete(SessionRecord, { tokenHash });
    return undefined;
  }
  if (idleMinutes >= SEEN_STEP_MINUTES) await em.nativeUpdate(SessionRecord, { tokenHash }, { lastSeenAt: now });
  return session;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
