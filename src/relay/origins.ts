/** Whose page a request comes from, as the browser tells it. */
export type OriginVerdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'allowed'; readonly origin: string }
  | { readonly kind: 'refused' };

/**
 * Judges by headers that a page cannot set. A request without `Origin` comes from no page of another origin:
 * browsers send it with every POST.
 *
 * Behind a proxy that ends TLS the relay's own address begins with http while the page's begins with https, so
 * `Sec-Fetch-Site` is asked first and the scheme is not compared.
 */
export function judgeOrigin(request: Request, allowed: ReadonlySet<string>): OriginVerdict {
  const origin = request.headers.get('origin');
  if (origin === null) return { kind: 'same' };
  if (allowed.has(origin)) return { kind: 'allowed', origin };
  if (request.headers.get('sec-fetch-site') === 'same-origin') return { kind: 'same' };
  const isOwn = URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
  return { kind: isOwn ? 'same' : 'refused' };
}

/** Header of every answer that tells the journey which the relay made for the post. */
export const JOURNEY_HEADER = 'okay-journey-id';

export function corsHeaders(verdict: OriginVerdict): [string, string][] {
  if (verdict.kind !== 'allowed') return [];
  return [
    ['access-control-allow-origin', verdict.origin],
    ['access-control-expose-headers', `${JOURNEY_HEADER}, retry-after`],
    ['vary', 'origin'],
  ];
}

export const isPreflight = ({ method, headers }: Request): boolean =>
  method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');

const HEADER_NAMES = /^[\w-]{1,64}(?:\s*,\s*[\w-]{1,64}){0,31}$/;
const PREFLIGHT_SECONDS = 600;

/**
 * The answer to the preflight of an allowed page. It may send any header: a host authorises by its own, and
 * none of them goes on to the vendor.
 */
export function preflightAnswer(request: Request, verdict: OriginVerdict): Response {
  const headers = new Headers(corsHeaders(verdict));
  headers.set('access-control-allow-methods', 'POST');
  headers.set('access-control-max-age', String(PREFLIGHT_SECONDS));
  headers.append('vary', 'access-control-request-headers');
  const asked = request.headers.get('access-control-request-headers') ?? '';
  if (HEADER_NAMES.test(asked)) headers.set('access-control-allow-headers', asked);
  return new Response(null, { status: 204, headers });
}
