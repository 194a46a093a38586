import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'puppeteer-core';

/** What a page takes, with all garbage collected. */
export interface Memory {
  /** Heaps of the page and its workers with what they hold outside of it, wasm memory and buffers for example. */
  readonly heapBytes: number;
  /** All of the renderer's process, as the system sees it. */
  readonly residentBytes: number;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** Weighs a page of a browser that has no other page. */
export async function weigh(page: Page, session: CDPSession): Promise<Memory> {
  const heaps = [session, ...page.workers().map(({ client }) => client)];
  let heapBytes = 0;
  for (const heap of heaps) {
    await heap.send('HeapProfiler.collectGarbage');
    const usage: HeapUsage = await heap.send('Runtime.getHeapUsage');
    heapBytes += usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
  }
  return { heapBytes, residentBytes: await residentBytes(page) };
}

async function residentBytes(page: Page): Promise<number> {
  const session = await page.browser().target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytesOf(id)),
  );
  // A spare renderer that the browser keeps for the next page is small.
  return Math.max(...sizes);
}

async function residentBytesOf(processId: number): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8');
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  if (kilobytes === undefined) throw new Error(`The process ${processId} tells no resident size.`);
  return Number(kilobytes) * 1024;
}
