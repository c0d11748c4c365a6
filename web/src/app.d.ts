import type { Api } from "#lib/server/api.ts";

declare global {
  namespace App {
    interface Error {
      /** What to quote when asking about a fault; only faults of ours have one. */
      number?: string;
    }
    interface Locals {
      api: Api;
    }
  }
}

export {};
