/** Exit codes of design.md, section 7. */
export const EXIT = {
  clean: 0,
  violation: 1,
  undetermined: 2,
  rules: 3,
  input: 4,
  usage: 64,
  internal: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** In a batch the gravest counts: 70 > 64 > 3 > 4 > 1 > 2 > 0. */
const GRAVEST_FIRST: readonly ExitCode[] = [70, 64, 3, 4, 1, 2, 0];

export function graver(a: ExitCode, b: ExitCode): ExitCode {
  return GRAVEST_FIRST.indexOf(a) <= GRAVEST_FIRST.indexOf(b) ? a : b;
}
