import { CHAIN_PLACES_MIN, type SetAsideReason } from "#domain/business/set-aside.ts";
import type { Language } from "./language.ts";

const REASONS: Readonly<Record<SetAsideReason, Readonly<Record<Language, string>>>> = {
  CHAIN: {
    ja: `事業所が${CHAIN_PLACES_MIN}か所以上ある法人`,
    en: `A legal person with ${CHAIN_PLACES_MIN} places or more`,
  },
  VENDING_MACHINE: { ja: "自動販売機の許可", en: "A licence for a vending machine" },
};

/** Why rows are set aside. */
export function setAsideReasonName(reason: SetAsideReason, language: Language): string {
  return REASONS[reason][language];
}
