/** Small enough that progress moves on a slow line, large enough to cost nothing on a fast one. */
const CHUNK_BYTES = 32_768;

/** What of the page matters for streaming a body; the page's own unless a test says otherwise. */
export interface UploadPage {
  /** Whether this browser sends streams. */
  readonly sendsStreams: () => boolean;
  /** Whether what came from an origin came by HTTP/2 or newer, which alone carries streams. */
  readonly speaksNewHttp: (origin: string) => boolean;
}

/**
 * A `fetch` that tells how many bytes of the body the network has taken.
 *
 * `XMLHttpRequest` tells it of every upload, but follows redirects, and a redirect would carry a face and an ID card to
 * an address that nobody configured. So the body goes as a stream whose reading is counted, with `redirect: 'error'` in
 * force, where browser and connection carry streams; elsewhere it goes as it is, and nothing is told.
 *
 * @param onSent bytes taken so far, and in all
 */
export function countingFetch(
  fetch: typeof globalThis.fetch,
  onSent: (sent: number, total: number) => void,
  page: UploadPage = thisPage,
): typeof globalThis.fetch {
  return async (input, init) => {
    const { origin } = new URL(input instanceof Request ? input.url : input, location.href);
    if (!init?.body || !page.sendsStreams() || !page.speaksNewHttp(origin)) return fetch(input, init);
    const whole = new Response(init.body);
    const headers = new Headers(init.headers);
    const type = whole.headers.get('Content-Type');
    if (type && !headers.has('Content-Type')) headers.set('Content-Type', type);
    const body = counted(await whole.blob(), onSent);
    const response = await fetch(input, { ...init, headers, body, duplex: 'half' } as RequestInit);
    // A server that must know the length beforehand has refused it unread.
    return response.status === 411 ? fetch(input, init) : response;
  };
}

function counted(bytes: Blob, onSent: (sent: number, total: number) => void): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (sent > 0) onSent(sent, bytes.size);
        if (sent >= bytes.size) return controller.close();
        const chunk = await bytes.slice(sent, sent + CHUNK_BYTES).arrayBuffer();
        controller.enqueue(new Uint8Array(chunk));
        sent += chunk.byteLength;
      },
    },
    // Read only when the network takes it, so that what is counted has gone.
    { highWaterMark: 0 },
  );
}

const thisPage: UploadPage = {
  sendsStreams() {
    let isAsked = false;
    const stream = new ReadableStream();
    const init = {
      method: 'POST',
      body: stream,
      get duplex() {
        isAsked = true;
        return 'half';
      },
    };
    // A browser that knows no streams makes text of it, and gives it a type.
    const { headers } = new Request(location.href, init);
    return isAsked && !headers.has('Content-Type');
  },
  speaksNewHttp(origin) {
    const entries = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type));
    const protocols = entries
      .filter((entry): entry is PerformanceResourceTiming => 'nextHopProtocol' in entry)
      .filter(({ name, nextHopProtocol }) => nextHopProtocol && new URL(name).origin === origin);
    return protocols.length > 0 && protocols.every(({ nextHopProtocol }) => /^h[23]/.test(nextHopProtocol));
  },
};
