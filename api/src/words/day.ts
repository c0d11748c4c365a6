import type { PlainDate } from "#domain/calendar.ts";
import type { Language } from "./language.ts";

const WEEKDAYS = {
  ja: ["日", "月", "火", "水", "木", "金", "土"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};

const MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A civil date as people read it: 2026年9月16日（水） / Wed 16 Sep 2026. */
export function dayText(day: PlainDate, language: Language): string {
  const weekday = WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()];
  if (language === "en") return `${weekday} ${partialDateText(day, "en")}`;
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日（${weekday}）`;
}

/** A date as far as it is known, `1988`, `1988-04` or `1988-04-01`, without its weekday: 1988年4月 / Apr 1988. */
export function partialDateText(date: string, language: Language): string {
  if (language === "en") {
    const [year = "", month, day] = date.split("-");
    const named = month === undefined ? "" : `${MONTHS_EN[Number(month) - 1] ?? month} `;
    return `${day === undefined ? "" : `${Number(day)} `}${named}${year}`;
  }
  const units = ["年", "月", "日"];
  return date
    .split("-")
    .map((part, index) => `${Number(part)}${units[index] ?? ""}`)
    .join("");
}
