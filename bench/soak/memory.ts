import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'puppeteer-core';

/** What a page takes, with all garbage collected. */
export interface Memory {
  /** Heaps of the page and its workers with what they hold outside of it, wasm memory and buffers for example. */
  readonly heapBytes: number;
  /** The renderer's process as the system sees it, after the browser was told that memory is short. */
  readonly residentBytes: number;
  /** The same before it was told: with decoded pictures, for example, that the browser keeps while there is room. */
  readonly withCachesBytes: number;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** The browser drops its caches when it gets to it. */
const DROPPING_MS = 1000;

/** Weighs a page of a browser that has no other page. */
export async function weigh(page: Page, session: CDPSession): Promise<Memory> {
  let heapBytes = 0;
  for (const heap of [session, ...page.workers().map(({ client }) => client)])
    heapBytes += await weighHeap(heap);
  const withCachesBytes = await residentBytes(page);
  await session.send('Memory.simulatePressureNotification', { level: 'critical' });
  await new Promise((resolve) => setTimeout(resolve, DROPPING_MS));
  return { heapBytes, residentBytes: await residentBytes(page), withCachesBytes };
}

async function weighHeap(heap: CDPSession): Promise<number> {
  try {
    await heap.send('HeapProfiler.collectGarbage');
    const usage: HeapUsage = await heap.send('Runtime.getHeapUsage');
    return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
  } catch (error) {
    // A worker that has ended meanwhile takes nothing.
    if (error instanceof Error && error.name === 'TargetCloseError') return 0;
    throw error;
  }
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
