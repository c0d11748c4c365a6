/** The cookie a session is kept in, in the browser's list of cookies. */
const SESSION_COOKIE = /(?:^|;\s*)__Host-musubi=[^;]/;

/**
 * Where someone is sent to sign in: back to the page asked for, and told that the session has ended where the browser
 * still holds one.
 */
export function signInHref({ url, cookie }: { readonly url: URL; readonly cookie: string | null }): string {
  const asked = new URLSearchParams(url.search);
  // `?/name` names the form that was sent, which cannot be sent again by coming back.
  for (const name of [...asked.keys()]) if (name.startsWith("/")) asked.delete(name);
  const next = url.pathname + (asked.size > 0 ? `?${asked}` : "");
  const query = new URLSearchParams({ next });
  if (cookie !== null && SESSION_COOKIE.test(cookie)) query.set("expired", "1");
  return `/sign-in?${query}`;
}
