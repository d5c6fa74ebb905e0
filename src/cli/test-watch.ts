import type { Session } from './session.ts';
export async function watchTests(
  _s: Session,
  _g: readonly string[],
  _r: (fresh: Session) => Promise<void>,
): Promise<void> {}
