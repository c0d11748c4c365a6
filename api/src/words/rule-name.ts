import type { RuleId } from "#matching/rule.ts";
import type { Language } from "./language.ts";

const NAMES: Readonly<Record<RuleId, Record<Language, string>>> = {
  H1: { ja: "組織に必要な人数", en: "Members the form needs" },
  H2: { ja: "組合員の資格（規模）", en: "Eligibility by size" },
  H3: { ja: "地区", en: "District" },
  H5: { ja: "必要な許認可", en: "Licences demanded" },
  H12: { ja: "派遣できない業種", en: "Trades barred from dispatch" },
  "must-have": { ja: "必ず含める事業者", en: "Businesses that must be in" },
  "never-together": { ja: "同席を避ける組み合わせ", en: "Businesses that must not meet" },
};

/** What a hard rule is called. */
export function ruleName(id: RuleId, language: Language): string {
  return NAMES[id][language];
}
