/** Names under which a browser trusts the machine it runs on even without encryption. */
const OWN_MACHINE = ["localhost", "127.0.0.1", "[::1]"];

/** Whether a browser would refuse to keep the sign-in cookie at this address: plain http from another machine. */
export function isUnprotected(url: URL): boolean {
  return url.protocol === "http:" && !OWN_MACHINE.includes(url.hostname) && !url.hostname.endsWith(".localhost");
}
