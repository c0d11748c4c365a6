/** Largest list that is taken, in bytes: some 100,000 rows, far beyond any federation's own list. */
export const UPLOAD_BYTES_MAX = 20 * 1024 * 1024;

/** What the form around the file may add to the length of a request. */
const FORM_OVERHEAD_BYTES = 64 * 1024;

/** Whether a request is too long to be read at all, judged by the length it announces. */
export function isAnnouncedTooLong(contentLength: string | null): boolean {
  return Number(contentLength ?? 0) > UPLOAD_BYTES_MAX + FORM_OVERHEAD_BYTES;
}
