import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import {
  createRelay,
  toExpress,
  toNodeHandler,
  type Relay,
  type RelayLogEntry,
} from '../../src/relay/index.ts';
import { body, MULTIPART_TYPE, part } from './multipart-text.ts';
import { answerOf, listen, speak } from './relay-server.ts';

const photo = part('name="data"; filename="a.jpg"', 'x');
const options = {
  upstream: 'https://vendor.example',
  dialect: 'live-v1',
  apiKey: 'the-relays-key',
  fetch: () => Promise.resolve(Response.json({ probability: 1 })),
} as const;

const head = (length: number, more = '') =>
  `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${MULTIPART_TYPE}\r\ncontent-length: ${length}\r\n${more}\r\n`;

describe('toNodeHandler', () => {
  it("hands Node's own request to the callbacks", async () => {
    const addresses: (string | undefined)[] = [];
    const relay = createRelay<IncomingMessage>({
      ...options,
      authorise: (_, incoming) => addresses.push(incoming?.socket.remoteAddress) > 0,
    });
    const server = await listen(toNodeHandler(relay));
    await speak(server.url, [head(body(photo).length, 'connection: close\r\n'), body(photo)]);
    await server.close();
    assert.deepEqual(addresses, ['127.0.0.1']);
  });

  it('a refusal reaches a client that is still sending, and the connection ends there', async () => {
    const server = await listen(toNodeHandler(createRelay({ ...options, authorise: () => false })));
    const large = body(part('name="x"', new Uint8Array(4_000_000)));
    const said = await speak(server.url, [head(large.length, 'connection: close\r\n'), large]);
    await server.close();
    assert.match(said, /^HTTP\/1\.1 403 /);
    assert.match(said, /RELAY_NOT_AUTHORISED/);
  });

  it('after a refused upload the same connection takes the next request', async () => {
    const server = await listen(toNodeHandler(createRelay({ ...options, maxBodyBytes: 1000 })));
    const large = body(part('name="x"', new Uint8Array(500_000)));
    const next = body(photo);
    const said = await speak(server.url, [
      head(large.length),
      large,
      head(next.length, 'connection: close\r\n'),
      next,
    ]);
    await server.close();
    assert.deepEqual(said.match(/HTTP\/1\.1 \d+/g), ['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it('an upload that stops is answered with 408 and cut off', async () => {
    let runOut: () => void = () => undefined;
    const relay = createRelay({
      ...options,
      schedule: (run) => {
        runOut = run;
        return () => undefined;
      },
    });
    const server = await listen(toNodeHandler(relay));
    const { hostname, port } = new URL(server.url);
    const said = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), hostname, () =>
        socket.write(head(1000, 'expect: 100-continue\r\n')),
      );
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString('latin1');
        // The server asks for the body, and gets its first bytes only.
        if (text === 'HTTP/1.1 100 Continue\r\n\r\n') socket.write('--a-', () => runOut());
      });
      socket.once('close', () => resolve(text));
    });
    await server.close();
    assert.match(said, /HTTP\/1\.1 408 /);
    assert.match(said, /connection: close/i);
  });

  it('a client that leaves while the vendor works aborts the call to the vendor', async () => {
    const client = new AbortController();
    let upstream: AbortSignal | null | undefined;
    const hanging = (_: unknown, init?: RequestInit) => {
      upstream = init?.signal;
      client.abort();
      return new Promise<Response>(() => undefined);
    };
    const log = new EventEmitter<{ entry: [RelayLogEntry] }>();
    const left = once(log, 'entry');
    const relay = createRelay({ ...options, fetch: hanging, log: (entry) => log.emit('entry', entry) });
    const server = await listen(toNodeHandler(relay));
    const headers = { 'content-type': MULTIPART_TYPE };
    const init = { method: 'POST', headers, body: body(photo), signal: client.signal };
    await assert.rejects(fetch(server.url, init), { name: 'AbortError' });
    assert.equal((await left)[0].code, 'RELAY_CLIENT_GONE');
    assert.equal(upstream?.aborted, true);
    await server.close();
  });

  it('what the log throws is told to onError, and the client gets a 500', async () => {
    const broken = new Error('the disk is full');
    const told: unknown[] = [];
    const relay = createRelay({
      ...options,
      log: () => {
        throw broken;
      },
    });
    const server = await listen(toNodeHandler(relay, (error) => told.push(error)));
    const answer = await answerOf(await fetch(server.url));
    await server.close();
    assert.deepEqual(answer, { status: 500, message: 'RELAY_FAILED' });
    assert.deepEqual(told, [broken]);
  });
});

describe('toExpress', () => {
  /** As Express calls a handler: with a path of its own and a `next`. */
  const mounted = (relay: Relay<IncomingMessage>, readFirst = false) => {
    const errors: unknown[] = [];
    const handler = toExpress(relay);
    const listener = (incoming: IncomingMessage, outgoing: Parameters<typeof handler>[1]) => {
      const call = () =>
        handler(
          Object.assign(incoming, { originalUrl: '/api/okayface?a=1', url: '/' }),
          outgoing,
          (error) => {
            errors.push(error);
            outgoing.statusCode = 500;
            outgoing.end();
          },
        );
      if (!readFirst) call();
      else incoming.resume().once('end', call);
    };
    return { errors, start: () => listen(listener) };
  };

  it('answers, and the callbacks see the path as the client wrote it', async () => {
    const paths: string[] = [];
    const { start, errors } = mounted(
      createRelay<IncomingMessage>({
        ...options,
        authorise: ({ url }) => paths.push(new URL(url).pathname + new URL(url).search) > 0,
      }),
    );
    const server = await start();
    const answer = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': MULTIPART_TYPE },
      body: body(photo),
    });
    await server.close();
    assert.deepEqual(await answer.json(), { probability: 1 });
    assert.deepEqual(paths, ['/api/okayface?a=1']);
    assert.deepEqual(errors, []);
  });

  it('a body that a parser has read is an error that says where to mount the relay', async () => {
    const { start, errors } = mounted(createRelay(options), true);
    const server = await start();
    const { status } = await fetch(server.url, { method: 'POST', body: '{}' });
    await server.close();
    assert.equal(status, 500);
    assert.match(String(errors[0]), /before express\.json\(\)/);
  });
});
