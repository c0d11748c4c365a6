import type { BusinessEventKind } from "#domain/business/history.ts";
import type { Language } from "./language.ts";

const SENTENCES: Readonly<Record<BusinessEventKind, Record<Language, string>>> = {
  ADDED: { ja: "登録しました。", en: "Added." },
  IMPORTED: { ja: "一覧の取り込みで変わりました。", en: "Changed by an imported list." },
  UNDONE: { ja: "前の変更を元に戻しました。", en: "An earlier change was undone." },
  REDONE: { ja: "元に戻した変更を、もう一度行いました。", en: "A change that had been undone was made again." },
  MERGED: { ja: "同じ事業者の登録とまとめました。", en: "Merged with another entry of the same business." },
  UNMERGED: { ja: "まとめた登録を、もとの別々の登録に戻しました。", en: "A merge was taken back." },
  EDITED: { ja: "編集しました。", en: "Edited." },
  VISITED: { ja: "訪問・相談の記録で変わりました。", en: "Changed by a visit." },
  CONFIRMED: { ja: "まだ有効であることを確認しました。", en: "Confirmed that it still holds." },
  SURVEYED: { ja: "調査票の回答を記録しました。", en: "Answers of a survey sheet were entered." },
};

/** What happened to what is known of a business, in one sentence. */
export function businessEventSentence(kind: BusinessEventKind, language: Language): string {
  return SENTENCES[kind][language];
}

/** That a business joined a group, or how far it came in it. */
export function groupEntrySentence(group: string, state: string | null, language: Language): string {
  if (state === null) {
    return language === "ja" ? `グループ「${group}」に入りました。` : `Joined the group ${group}.`;
  }
  return language === "ja" ? `グループ「${group}」で「${state}」になりました。` : `${state} in the group ${group}.`;
}
