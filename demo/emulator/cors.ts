type Handle = (request: Request) => Promise<Response>;

/**
 * Lets pages of other origins in, as a server would that is meant for them. Whether the vendor's servers
 * answer preflights is not documented; `livenessMeta` makes a preflight necessary.
 *
 * @param origins such as `http://localhost:5173`; any other origin gets the answer without the headers
 */
export function withCors(handle: Handle, origins: readonly string[]): Handle {
  return async (request) => {
    const origin = request.headers.get('origin');
    if (origin === null || !origins.includes(origin)) return handle(request);
    const wanted = request.headers.get('access-control-request-headers');
    if (request.method === 'OPTIONS' && request.headers.has('access-control-request-method')) {
      return new Response(null, {
        status: 204,
        headers: {
          'access-control-allow-origin': origin,
          'access-control-allow-methods': 'GET, POST, DELETE',
          ...(wanted === null ? {} : { 'access-control-allow-headers': wanted }),
          vary: 'Origin, Access-Control-Request-Headers',
        },
      });
    }
    const response = await handle(request);
    if (response.type === 'error') return response;
    const headers = new Headers(response.headers);
    headers.set('access-control-allow-origin', origin);
    headers.append('vary', 'Origin');
    return new Response(response.body, { status: response.status, headers });
  };
}
