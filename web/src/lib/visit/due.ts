const DAY_MS = 86_400_000;

/** How far off a step's day is: in how many days, today, or how many days it is late; nothing where it has none. */
export type Due =
  | { readonly when: "none" }
  | { readonly when: "today" }
  | { readonly when: "ahead"; readonly days: number }
  | { readonly when: "late"; readonly days: number };

/** Compares a step's civil day with today's. */
export function dueOf(on: string | null | undefined, today: string): Due {
  if (!on) return { when: "none" };
  const days = (Date.parse(on) - Date.parse(today)) / DAY_MS;
  if (days === 0) return { when: "today" };
  return days > 0 ? { when: "ahead", days } : { when: "late", days: -days };
}
