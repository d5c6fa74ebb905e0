/** Random choices that follow from a seed alone. */
export interface Random {
  /** 0 ≤ x < 1 */
  readonly next: () => number;
  /** A whole number 0 … n − 1. */
  readonly below: (n: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(all: readonly T[]) => T;
  /** Each by itself with this probability, in their order. */
  readonly some: <T>(all: readonly T[], probability?: number) => readonly T[];
  /** One of the makers, by weight. */
  readonly weighed: <T>(makers: readonly (readonly [weight: number, make: () => T])[]) => T;
}

/** The mulberry32 generator (public domain, Tommy Ettinger): 32 bits of state, good enough to choose with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: <T>(all: readonly T[]): T => all[below(all.length)] as T,
    some: (all, probability = 0.5) => all.filter(() => next() < probability),
    weighed: (makers) => {
      const total = makers.reduce((sum, [weight]) => sum + weight, 0);
      let left = next() * total;
      const chosen = makers.find(([weight]) => {
        left -= weight;
        return left < 0;
      });
      return (chosen ?? (makers.at(-1) as (typeof makers)[number]))[1]();
    },
  };
}
