/** The two languages every sentence is written in; Japanese first. */
export type Language = "ja" | "en";
