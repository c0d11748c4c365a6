/** Limits of a list file. Far above any list a federation keeps, and low enough that one file cannot stop the server. */
export const FILE_MEGABYTES_MAX = 20;
/** Unpacked size of a workbook: a sheet of 200,000 rows stays well below. */
export const UNPACKED_MEGABYTES_MAX = 100;
/** Parts of a workbook; an ordinary one has about twenty. */
export const ZIP_ENTRIES_MAX = 1_000;
export const ROWS_MAX = 200_000;
export const COLUMNS_MAX = 500;
/** Cells of a workbook, all sheets together: somewhat more than the memory of the reading thread holds. */
export const CELLS_MAX = 1_500_000;
export const BYTES_PER_MEGABYTE = 1024 * 1024;
/** A text of this size is read in some ten milliseconds, less than a thread takes to start; a larger one goes to the thread. */
export const TEXT_READ_IN_PLACE_BYTES = 64 * 1024;
