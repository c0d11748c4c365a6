/** What is wrong with a question before the matcher sees it. */
export type RequestProblem =
  | { readonly code: "PURPOSE_UNKNOWN"; readonly field: "purpose"; readonly purpose: string }
  | { readonly code: "AREA_UNKNOWN"; readonly field: "districts" | "areas"; readonly area: string }
  | { readonly code: "DISTANCE_TOO_FAR"; readonly field: "withinKm"; readonly withinKm: number; readonly max: number }
  | { readonly code: "TOP_TOO_MANY"; readonly field: "top"; readonly top: number; readonly max: number }
  | { readonly code: "CIRCLE_WITHOUT_PLACE"; readonly field: "around"; readonly area: string }
  | { readonly code: "CIRCLE_OUT_OF_RANGE"; readonly field: "aroundKm"; readonly km: number; readonly max: number }
  | { readonly code: "UNITS_NOT_TWELVE"; readonly field: "unitsPerMonth" }
  | { readonly code: "DEMAND_LEVEL_OUT_OF_RANGE"; readonly field: "capabilities"; readonly level: number };
