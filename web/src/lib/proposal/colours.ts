/**
 * Fill of each component by its place in the list, so that one colour means one component on a whole page.
 * Neighbours differ in lightness as well as in hue; names stand beside the colours wherever they matter.
 */
const FILLS = [
  "fill-blue-900",
  "fill-orange-400",
  "fill-cyan-900",
  "fill-yellow-400",
  "fill-purple-700",
  "fill-lime-500",
  "fill-magenta-900",
  "fill-light-blue-400",
  "fill-green-900",
  "fill-orange-800",
  "fill-blue-300",
  "fill-solid-gray-800",
];

export function fillOf(index: number): string {
  return FILLS[index % FILLS.length] ?? "fill-solid-gray-800";
}
