/** How far an import is. */
export const IMPORT_STATUSES = ["PREVIEW", "WAITING", "WRITING", "APPLIED", "UNDONE"] as const;
/** One of them. */
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
