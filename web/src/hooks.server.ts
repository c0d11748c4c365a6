import type { RequestEvent } from "@sveltejs/kit";
import type { Handle, HandleServerError } from "@sveltejs/kit/hooks";
import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { apiFor } from "#lib/server/api.ts";
import { paraglideMiddleware } from "#lib/paraglide/server.js";

/** Sent with every page: no guessing of types, no address given away, nothing kept on a shared machine, no framing. */
const SAFE_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  // Not "no-referrer": a form post would then carry no origin and be refused as coming from elsewhere.
  "referrer-policy": "same-origin",
  "cache-control": "private, no-store",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Longest form other than the one that takes a file, in bytes. */
const FORM_BYTES_MAX = 512 * 1024;

/** The one page that takes a file; it looks at the length itself. */
const FILE_ROUTE = "/(staff)/businesses/import";

function isTooLong({ request, route }: RequestEvent): boolean {
  return route.id !== FILE_ROUTE && Number(request.headers.get("content-length") ?? 0) > FORM_BYTES_MAX;
}

export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    if (isTooLong(event)) return new Response(null, { status: 413 });
    event.locals.api = apiFor({
      cookie: event.request.headers.get("cookie"),
      language: locale,
      url: event.url,
      address: event.getClientAddress(),
    });
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace("%musubi.language%", locale),
    });
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.headers.set(name, value);
    return response;
  });

/** Faults get a number to quote, and the facts go to the log under the same number, never to the page. */
export const handleError: HandleServerError = (caught) => {
  if (caught.kind !== "unknown") return;
  const number = randomUUID().slice(0, 8);
  const route = caught.event.route.id;
  console.error(JSON.stringify({ level: "error", number, route, error: inspect(caught.error) }));
  return { number };
};
