import type { Role } from "#domain/access/viewer.ts";
import type { Language } from "./language.ts";

const ROLES: Record<Role, Record<Language, string>> = {
  coordinator: { ja: "指導員", en: "Coordinator" },
  manager: { ja: "事務局", en: "Manager" },
  national: { ja: "全国中央会", en: "National federation" },
  operator: { ja: "システム管理", en: "Operator" },
};

export function roleName(role: Role, language: Language): string {
  return ROLES[role][language];
}

/** A refusal that is no data: what happened and what to do. */
export type RefusalCode = "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "CONFLICT" | "MALFORMED" | "INTERNAL";

const REFUSALS: Record<RefusalCode, Record<Language, string>> = {
  UNAUTHENTICATED: { ja: "サインインしてください。", en: "Please sign in." },
  FORBIDDEN: {
    ja: "この情報は表示できません。必要な場合は事務局にご相談ください。",
    en: "This cannot be shown to you. If you need it, please ask your federation's office.",
  },
  NOT_FOUND: {
    ja: "見つかりません。削除されたか、アドレスが違っています。",
    en: "Not found. It was removed, or the address is wrong.",
  },
  CONFLICT: {
    ja: "ほかの人が先に変更しました。画面を読み直してから、もう一度お試しください。",
    en: "Somebody changed this meanwhile. Please reload and try again.",
  },
  MALFORMED: {
    ja: "渡された値を読み取れません。画面を読み直してから、もう一度お試しください。",
    en: "A value that was handed in cannot be read. Please reload and try again.",
  },
  INTERNAL: {
    ja: "こちらの不具合で処理できませんでした。入力した内容は変更されていません。番号を添えて事務局にお知らせください。",
    en: "We failed to do this; nothing was changed. Please tell your federation's office the number.",
  },
};

export function refusalText(code: RefusalCode, language: Language): string {
  return REFUSALS[code][language];
}

/** Whether a code is worded here. */
export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === "string" && Object.hasOwn(REFUSALS, code);
}
