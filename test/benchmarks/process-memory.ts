import { readFileSync } from "node:fs";

/** The most memory a process ever held, in megabytes, by the kernel's own count (Linux). */
export function peakMegabytes(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
