import type { SwitchList } from '../../emulator/control.ts';
import type { ListedRequest } from '../../emulator/journal.ts';

/** How the emulator answers what comes next; what is left out is as documented. */
export interface Order {
  readonly answer: string;
  readonly times?: number;
  readonly delayMs?: number;
  readonly status?: number;
  readonly shape?: string;
}

/** @throws TypeError where no emulator answers */
export async function fetchSwitchList(): Promise<SwitchList> {
  return (await call('switches')).json() as Promise<SwitchList>;
}

/** What has arrived, oldest first. */
export async function fetchRequests(): Promise<readonly ListedRequest[]> {
  return (await call('requests')).json() as Promise<ListedRequest[]>;
}

/** Makes this order the only one that waits. */
export async function setNextAnswer(order: Order): Promise<void> {
  await call('next', { method: 'DELETE' });
  if (order.answer === 'accept' && Object.keys(order).length === 1) return;
  await call('next', { method: 'POST', body: JSON.stringify(order) });
}

/** Address of an image as it arrived. */
export function receivedImage(request: ListedRequest, role: 'selfie' | 'card'): string {
  return addressOf(`requests/${request.n}/${role}`);
}

async function call(what: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(addressOf(what), init);
  if (response.ok) return response;
  const { error } = (await response.json().catch(() => ({}))) as { error?: string };
  throw new TypeError(error ?? `The emulator answered ${response.status}.`);
}

/** Below the page, wherever that lies. */
function addressOf(what: string): string {
  return new URL(`__emulator/${what}`, document.baseURI).href;
}
