import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";

/** What row-level security compares with; everything absent matches no row. */
export interface RowAccess {
  /** The federation whose rows are seen and written. */
  readonly federation?: string;
  /** The e-mail of someone signing in: opens that one account for reading. */
  readonly signInEmail?: string;
  /** The hash of a session's token: opens that one session. */
  readonly sessionToken?: string;
}

/**
 * A fresh entity manager that sees the rows `access` opens and no others. The variables are set inside each
 * transaction and end with it, so a pooled connection carries nothing over.
 */
export function actingFor(orm: MikroORM, access: RowAccess): EntityManager {
  const em = orm.em.fork();
  em.setSessionContext({
    variables: {
      "musubi.federation": access.federation ?? "",
      "musubi.sign_in_email": access.signInEmail ?? "",
      "musubi.session_token": access.sessionToken ?? "",
    },
  });
  return em;
}
