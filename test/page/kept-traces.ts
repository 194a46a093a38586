/** Everything in the page, and in what it stores, in which an image, a key or a journey could be left; as one text. */
export async function keptTraces(): Promise<string> {
  const databases = await Promise.all((await indexedDB.databases()).map(({ name = '' }) => allOf(name)));
  const caches = await Promise.all((await globalThis.caches.keys()).map(addressesIn));
  const files: string[] = [];
  // lib.dom does not know yet that a folder can be walked.
  const folder = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string]>;
  for await (const [name] of folder) files.push(name);
  return JSON.stringify({
    localStorage: { ...localStorage },
    sessionStorage: { ...sessionStorage },
    databases,
    caches,
    files,
    cookies: document.cookie,
    address: location.href,
    historyState: history.state as unknown,
    windowName: window.name,
    requests: performance.getEntries().map(({ name }) => name),
    reports,
    document: markupOf(document.documentElement),
  });
}

const reports: unknown[] = [];
new ReportingObserver((seen) => reports.push(...seen.map(({ type, url, body }) => ({ type, url, body }))), {
  buffered: true,
}).observe();
addEventListener('error', ({ message, filename, error }) =>
  reports.push({ message, filename, error: String(error) }),
);
addEventListener('unhandledrejection', ({ reason }) => reports.push({ reason: String(reason) }));

/** Elements with their attributes and texts, in shadow roots too. */
function markupOf(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${value}"`).join('');
  const inside = [...(element.shadowRoot?.childNodes ?? []), ...element.childNodes].map((node) =>
    node instanceof Element ? markupOf(node) : (node.textContent ?? ''),
  );
  return `<${element.localName}${attributes}>${inside.join('')}`;
}

async function addressesIn(cache: string): Promise<readonly string[]> {
  const requests = await (await globalThis.caches.open(cache)).keys();
  return [cache, ...requests.map(({ url }) => url)];
}

/** All values of a database of the page's origin. */
async function allOf(name: string): Promise<unknown> {
  const database = await settled(indexedDB.open(name));
  const stores = [...database.objectStoreNames].map((store) =>
    settled(database.transaction(store).objectStore(store).getAll()),
  );
  return { name, stores: await Promise.all(stores) };
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database failed.'));
  });
}
