import type { Dialect } from './dialects.ts';
import type { Problem } from './problems.ts';
import type { Field } from './read-body.ts';

/**
 * Checks the device information where it was sent. OkayLive's page lists `Meta` with the body and calls it a
 * header, so both are looked at. Case is not minded: the docs list `DESKTOP` and their example says
 * `Desktop`.
 */
export function checkDevice(dialect: Dialect, headers: Headers, fields: readonly Field[]): Problem | null {
  const { deviceHeader } = dialect;
  if (!deviceHeader) return null;
  const { name, systems } = deviceHeader;
  const sent = [
    headers.get(name),
    ...fields.filter((field) => field.name === name).map(({ value }) => value),
  ];
  const wrong = sent.some((value) => value !== null && !names(value, systems));
  if (!wrong) return null;
  return {
    kind: 'device-header-invalid',
    reason: `${name} must be JSON like {"OS":"UNKNOWN"} with OS one of ${systems.join(', ')}`,
  };
}

function names(value: string | File, systems: readonly string[]): boolean {
  if (typeof value !== 'string') return false;
  try {
    const meta: unknown = JSON.parse(value);
    if (typeof meta !== 'object' || meta === null || !('OS' in meta)) return false;
    return typeof meta.OS === 'string' && systems.includes(meta.OS.toUpperCase());
  } catch {
    return false;
  }
}
