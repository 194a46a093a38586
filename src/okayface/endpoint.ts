import { CaptureError } from '../core/errors.js';

/**
 * The absolute address of an endpoint. Plain http is allowed on the developer's own machine only, since the
 * request carries a face and an ID card.
 *
 * @param baseUrl What a relative endpoint is relative to, `document.baseURI` in a page.
 * @throws {CaptureError} `ENDPOINT_INVALID`. The message leaves out the query, which may hold a token.
 */
export function resolveEndpoint(endpoint: string, baseUrl: string): URL {
  const url = endpoint.trim() === '' ? null : parse(endpoint, baseUrl);
  if (!url) {
    throw invalid('The endpoint is not a URL. Set the attribute endpoint to a path or an https address.');
  }
  const shown = JSON.stringify(`${url.protocol}//${url.host}${url.pathname}`);
  if (url.username || url.password) {
    throw invalid(
      `The endpoint ${shown} carries a user name or a password. Take them out; use the property headers.`,
    );
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url.hostname))) return url;
  throw invalid(`The endpoint ${shown} is neither https nor on localhost. Serve it over https.`);
}

function parse(endpoint: string, baseUrl: string): URL | null {
  try {
    return new URL(endpoint, baseUrl);
  } catch {
    return null;
  }
}

/** Whether a host name stands for the machine itself, where plain http harms nobody. */
export function isLocal(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
}

const invalid = (message: string): CaptureError => new CaptureError('ENDPOINT_INVALID', message);
