import { hash, verify } from "@node-rs/argon2";
import { PASSWORD_LENGTH_MAX } from "#domain/access/add-account.ts";

/** argon2id (2) with 64 MiB and three passes: about 50 ms a try on two cores, dear for whoever tries many. */
const PARAMETERS = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

/** Hashes a password for keeping. Any Unicode, unchanged. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/**
 * Whether `password` is the one that was hashed. Without a hash (no such account) it works as long and says no, so
 * that the time of an answer tells nothing.
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const known = passwordHash ?? (await strangersHash());
  const same = [...password].length <= PASSWORD_LENGTH_MAX && (await verify(known, password));
  return same && passwordHash !== undefined;
}

let strangers: Promise<string> | undefined;

function strangersHash(): Promise<string> {
  strangers ??= hashPassword(crypto.randomUUID());
  return strangers;
}
