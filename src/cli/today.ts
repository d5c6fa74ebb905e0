/** Today in Asia/Shanghai, which has had no summer time since 1991: UTC+8. A day number since 1970-01-01. */
export function today(milliseconds: number): number {
  return Math.floor((milliseconds + 8 * 3_600_000) / 86_400_000);
}
