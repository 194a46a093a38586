import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { DEMO_ACCOUNT, DEMO_API_KEY } from '../../demo/emulator/demo-credentials.ts';
import { createRelay, toNodeHandler } from '../../src/relay/index.ts';
import type { RelayLogEntry, RelayOptions } from '../../src/relay/index.ts';

export interface TestServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function listen(handler: RequestListener): Promise<TestServer> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert(typeof address === 'object' && address !== null);
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface RelayServer extends TestServer {
  /** Every entry so far. */
  readonly log: readonly RelayLogEntry[];
  /** Resolves with the entry once there are that many. */
  readonly entry: (number: number) => Promise<RelayLogEntry>;
}

/** A relay behind a real Node server. */
export async function serveRelay(options: RelayOptions<IncomingMessage>): Promise<RelayServer> {
  const log: RelayLogEntry[] = [];
  const waiting: (() => void)[] = [];
  const relay = createRelay<IncomingMessage>({
    ...options,
    log(entry) {
      log.push(entry);
      for (const wake of waiting.splice(0)) wake();
    },
  });
  const server = await listen(toNodeHandler(relay));
  return {
    ...server,
    log,
    async entry(number) {
      for (;;) {
        const found = log[number - 1];
        if (found) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}

export const SECRETS: readonly string[] = [DEMO_API_KEY, DEMO_ACCOUNT.username, DEMO_ACCOUNT.password];

/** Scans log entries, causes included. */
export function assertNoSecrets(log: readonly RelayLogEntry[], more: readonly string[] = []): void {
  const said = inspect(log, { depth: Infinity, maxStringLength: Infinity, showHidden: true });
  for (const secret of [...SECRETS, ...more]) assert(!said.includes(secret), 'A log entry holds a secret.');
}

/** Reads an answer whole, after a look for secrets in its headers and its body. */
export async function answerOf(response: Response): Promise<{ status: number; message: unknown }> {
  const text = await response.text();
  const said = text + inspect([...response.headers]);
  for (const secret of SECRETS) assert(!said.includes(secret), 'An answer holds a secret.');
  const { message }: { message?: unknown } = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, message };
}

/** Speaks to a server byte by byte; resolves with all that it said once the connection is closed. */
export function speak(url: string, pieces: readonly (string | Uint8Array)[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
    socket.once('error', reject);
    socket.once('close', () => resolve(said));
  });
}
