import type { SwitchList } from '../emulator/control.ts';

/** @throws TypeError where no emulator answers */
export async function fetchSwitchList(): Promise<SwitchList> {
  const response = await fetch('/__emulator/switches');
  if (!response.ok) throw new TypeError(`The emulator answered ${response.status}.`);
  return response.json() as Promise<SwitchList>;
}

/** Makes `answer` the only one that waits. */
export async function setNextAnswer(answer: string): Promise<void> {
  await call('DELETE');
  if (answer !== 'accept') await call('POST', JSON.stringify({ answer }));
}

async function call(method: string, body: string | null = null): Promise<void> {
  const response = await fetch('/__emulator/next', { method, body });
  if (!response.ok) throw new TypeError(`The emulator answered ${response.status}.`);
}
