import { BUSINESS_FIELDS } from "#domain/business/fields.ts";
import type { Language } from "#words/language.ts";

/** Roles of columns that are no field by themselves, and the fact that stands in two columns. */
const BESIDE_FIELDS: Readonly<Record<string, Record<Language, string>>> = {
  place: { ja: "位置", en: "Place" },
  registryNumber: { ja: "会社法人等番号", en: "Company registry number" },
  invoiceNumber: { ja: "登録番号", en: "Invoice number" },
  answeredOn: { ja: "回答日", en: "Day of the answer" },
  noteWithHeader: { ja: "備考（見出しを付けて残す）", en: "Note, under its header" },
  notTaken: { ja: "読み取らない", en: "Not taken" },
  musubiId: { ja: "Musubi番号", en: "Musubi number" },
  licenceUntil: { ja: "許認可の期限", en: "Licence valid until" },
};

/** English names where the alias in words says it badly. */
const ENGLISH: Readonly<Record<string, string>> = { capitalYen: "Capital", ownerAgeBand: "Owner's age" };

const MUNICIPALITY: Readonly<Record<Language, string>> = { ja: "市区町村", en: "Municipality" };

/** A fact's name where a person reads its value in words: a list's header may name the code it holds. */
export function factName(key: string, language: Language): string {
  return key === "municipality" ? MUNICIPALITY[language] : fieldName(key, language);
}

/** A field's, fact's or column role's name: the list's header in Japanese, its alias in words in English. */
export function fieldName(key: string, language: Language): string {
  const beside = BESIDE_FIELDS[key];
  if (beside) return beside[language];
  const field = BUSINESS_FIELDS.find((one) => one.key === key);
  if (!field) return key;
  if (language === "ja") return field.header;
  const english = ENGLISH[key];
  if (english) return english;
  const words = field.alias.replaceAll("_", " ");
  return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
}
