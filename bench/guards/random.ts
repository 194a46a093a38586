/** Numbers in 0 to 1, the same ones for the same seed. */
export type Random = () => number;

/** Seeded by a text, so that a scene looks the same whichever scenes were drawn before it (Mulberry32, public domain). */
export function randomOf(seed: string): Random {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @throws where there is nothing to pick from. */
export function pick<T>(list: readonly T[], random: Random): T {
  const picked = list[Math.floor(random() * list.length)];
  if (picked === undefined) throw new Error('Nothing to pick from.');
  return picked;
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash;
}

/** Whether limits and weights may be tuned on a person, told by the file name alone. */
export type Group = 'fitting' | 'held-out';

export function groupOf(file: string): Group {
  return hashOf(file) % 2 === 0 ? 'fitting' : 'held-out';
}
