import { m } from "#lib/paraglide/messages.js";

/** The name a candidate is remembered by unless it is given another: its first business, and how many more. */
export function usualName(members: readonly { readonly name: string }[]): string {
  const [first] = members;
  const more = members.length - 1;
  const name = first?.name ?? "";
  return more > 0 ? m.saved_usual_name({ name: [...name].slice(0, NAME_MAX).join(""), count: more }) : name;
}

/** Characters of the first business's name: with how many more, it stays a name that may be kept. */
const NAME_MAX = 50;
