import { createHash } from "node:crypto";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { foldEmail } from "#domain/access/add-account.ts";
import type { SignInProblem } from "#domain/access/sign-in-problem.ts";
import type { AccountViewer } from "#domain/access/viewer.ts";
import { AccountRecord } from "#persistence/account-record.ts";
import { actingFor } from "#persistence/acting-for.ts";
import { isPassword } from "./password.ts";
import { viewerOf } from "./sessions.ts";

/** Tries at one account within an hour, from everywhere together: 20 guesses an hour find no password of 12 signs. */
const ACCOUNT_TRIES = { points: 20, duration: 3600 };
/** Tries at one account from one address within a quarter of an hour; the owner elsewhere is not locked out by them. */
const PAIR_TRIES = { points: 5, duration: 900 };
/** Tries from one address at any accounts within an hour. An office shares one address. */
const ADDRESS_TRIES = { points: 100, duration: 3600 };

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  /** Network address the try comes from. */
  readonly address: string;
}

/** A person, or why not. */
export type SignInOutcome =
  | { readonly accepted: true; readonly account: AccountViewer }
  | { readonly accepted: false; readonly problem: SignInProblem };

/** Checks e-mail and password within the limits on guessing. */
export class SignInDesk {
  readonly #orm: MikroORM;
  readonly #production: boolean;
  readonly #limits: { account: RateLimiterPostgres; pair: RateLimiterPostgres; address: RateLimiterPostgres };

  constructor(orm: MikroORM, pool: Pool, production: boolean) {
    this.#orm = orm;
    this.#production = production;
    const limit = (keyPrefix: string, tries: { points: number; duration: number }) =>
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: "pool",
        tableName: "sign_in_limit",
        tableCreated: true,
        clearExpiredByTimeout: true,
        keyPrefix,
        ...tries,
      });
    this.#limits = {
      account: limit("account", ACCOUNT_TRIES),
      pair: limit("pair", PAIR_TRIES),
      address: limit("address", ADDRESS_TRIES),
    };
  }

  /** The same answer, after the same time, for an unknown e-mail and a wrong password. */
  async signIn(request: SignInRequest): Promise<SignInOutcome> {
    const email = foldEmail(request.email);
    const keys = keysOf(email, request.address);
    const waitSeconds = await this.#countTry(keys);
    if (waitSeconds > 0) return { accepted: false, problem: { code: "SIGN_IN_TOO_MANY_TRIES", waitSeconds } };

    const account = await actingFor(this.#orm, { signInEmail: email }).findOne(AccountRecord, { email });
    const usable = account && account.disabledAt === null && !(account.demo && this.#production) ? account : undefined;
    if (!(await isPassword(request.password, usable?.passwordHash)) || !usable) {
      return { accepted: false, problem: { code: "SIGN_IN_WRONG" } };
    }
    await Promise.all([this.#limits.account.delete(keys.account), this.#limits.pair.delete(keys.pair)]);
    return { accepted: true, account: viewerOf(usable) };
  }

  /**
   * Counts before looking, so that tries sent side by side are all counted. Someone who is stopped at one address no
   * longer counts against the account: else twenty tries from anywhere would shut its owner out everywhere.
   * @returns seconds to wait, 0 for none
   */
  async #countTry(keys: { account: string; pair: string; address: string }): Promise<number> {
    const near = await Promise.all([
      secondsToWait(this.#limits.pair.consume(keys.pair)),
      secondsToWait(this.#limits.address.consume(keys.address)),
    ]);
    return Math.max(...near) || secondsToWait(this.#limits.account.consume(keys.account));
  }
}

async function secondsToWait(counting: Promise<unknown>): Promise<number> {
  try {
    await counting;
    return 0;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return Math.ceil(reason.msBeforeNext / 1000);
    throw reason;
  }
}

/** Hashed: the table of counters names nobody. */
function keysOf(email: string, address: string): { account: string; pair: string; address: string } {
  const hash = (text: string) => createHash("sha256").update(text).digest("base64url");
  return { account: hash(email), pair: hash(`${email} ${address}`), address: hash(address) };
}
