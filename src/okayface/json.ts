/** A JSON object whose members nobody has checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is a finite number; null where it is anything else, or `block` is no object. */
export function numberIn(block: unknown, name: string): number | null {
  const value = isJsonObject(block) ? block[name] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
