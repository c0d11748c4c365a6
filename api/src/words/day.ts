import type { PlainDate } from "#domain/calendar.ts";
import type { Language } from "./language.ts";

const WEEKDAYS = {
  ja: ["日", "月", "火", "水", "木", "金", "土"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};

/** A civil date as people read it: 2026年9月16日（水） / Wed 16 Sep 2026 is written 2026-09-16 (Wed). */
export function dayText(day: PlainDate, language: Language): string {
  const weekday = WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()];
  if (language === "en") return `${day} (${weekday})`;
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日（${weekday}）`;
}
