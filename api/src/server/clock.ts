import { randomUUID } from "node:crypto";
import type { PlainDate } from "#domain/calendar.ts";

/** Swedish writes dates as 2026-09-16, in whatever zone is asked for. */
const JAPANESE_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short" });

/** Time and chance, handed to commands so that rules never read them. */
export const clock = {
  now: () => new Date(),
  today: () => JAPANESE_DAY.format(new Date()) as PlainDate,
  newId: () => randomUUID() as string,
};
