export type Language = "ja" | "en";

const WEEKDAYS_JA = ["日", "月", "火", "水", "木", "金", "土"];
const WEEKDAYS_EN = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Japan keeps one zone without summer time: nine hours ahead of UTC. */
const TOKYO_AHEAD_MS = 9 * 60 * 60 * 1000;

function textOfUtcDay(day: Date, language: Language): string {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
  if (language === "en") return `${WEEKDAYS_EN[day.getUTCDay()]} ${date} ${MONTHS_EN[month]} ${year}`;
  return `${year}年${month + 1}月${date}日（${WEEKDAYS_JA[day.getUTCDay()]}）`;
}

/** A civil date `YYYY-MM-DD` as it is said: 2026年9月16日（水）. */
export function dayText(civilDate: string, language: Language): string {
  return textOfUtcDay(new Date(`${civilDate}T00:00:00Z`), language);
}

/** A civil date as short as it can be read: 2026/9/16, 16 Sep 2026. */
export function shortDayText(civilDate: string, language: Language): string {
  const [year = "", month = "", date = ""] = civilDate.split("-").map((part) => String(Number(part)));
  return language === "en" ? `${date} ${MONTHS_EN[Number(month) - 1]} ${year}` : `${year}/${month}/${date}`;
}

/** An instant as day and time in Japan, wherever server and browser stand. */
export function instantText(instant: string, language: Language): string {
  const local = new Date(Date.parse(instant) + TOKYO_AHEAD_MS);
  const time = `${local.getUTCHours()}:${String(local.getUTCMinutes()).padStart(2, "0")}`;
  return `${textOfUtcDay(local, language)} ${time}`;
}

/** The day in Japan on which an instant falls. */
export function dayOfInstant(instant: string, language: Language): string {
  return textOfUtcDay(new Date(Date.parse(instant) + TOKYO_AHEAD_MS), language);
}

/** Today's civil date in Japan, for the largest day a form accepts. */
export function todayInJapan(now: Date): string {
  return new Date(now.getTime() + TOKYO_AHEAD_MS).toISOString().slice(0, 10);
}

/** A month (1 to 12) as it stands over a column: 3月, Mar. */
export function monthName(month: number, language: Language): string {
  return language === "en" ? (MONTHS_EN[month - 1] ?? "") : `${month}月`;
}
