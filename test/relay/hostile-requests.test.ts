import assert from 'node:assert/strict';
import { createServer, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { after, before, beforeEach, describe, it } from 'node:test';
import { DEMO_ACCOUNT, DEMO_API_KEY } from '../../demo/emulator/demo-credentials.ts';
import { defaultMaxBodyBytes } from '../../src/relay/settings.ts';
import { picture } from '../emulator/calls.ts';
import { startEmulatorChild, type EmulatorChild } from './emulator-child.ts';
import { body, BOUNDARY, END, inPieces, MULTIPART_TYPE, part } from './multipart-text.ts';
import { answerOf, assertNoSecrets, serveRelay, speak, type RelayServer } from './relay-server.ts';

const selfie = await picture();
const base64 = Buffer.from(selfie).toString('base64');
const photo = part('name="imageBest"; filename="a.jpg"', selfie);

let emulator: EmulatorChild;
/** Speaks `portal-live`, multipart. */
let multipart: RelayServer;
/** Speaks `face-v2-2`, JSON. */
let json: RelayServer;
before(async () => {
  emulator = await startEmulatorChild();
  const upstream = emulator.url;
  multipart = await serveRelay({ upstream, dialect: 'portal-live', account: DEMO_ACCOUNT });
  json = await serveRelay({ upstream, dialect: 'face-v2-2', apiKey: DEMO_API_KEY });
});
beforeEach(() => emulator.reset());
after(async () => {
  assertNoSecrets([...multipart.log, ...json.log]);
  await Promise.all([multipart.close(), json.close(), emulator.close()]);
});

type Init = RequestInit & { duplex?: 'half' };

async function refused(url: string, init: Init, status: number, message: string): Promise<void> {
  assert.deepEqual(await answerOf(await fetch(url, init)), { status, message });
  assert.deepEqual(await emulator.received(), [], 'The vendor must not hear of it.');
}

async function accepted(url: string, init: Init): Promise<void> {
  const { status, message } = await answerOf(await fetch(url, init));
  assert.deepEqual([status, message], [200, undefined]);
}

const posted = (bytes: Uint8Array, type = MULTIPART_TYPE, headers: Record<string, string> = {}): Init => ({
  method: 'POST',
  headers: { 'content-type': type, ...headers },
  body: new Uint8Array(bytes),
});

describe('methods and types', () => {
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    it(`${method} is refused with 405 and Allow`, async () => {
      const response = await fetch(multipart.url, { method });
      assert.equal(response.headers.get('allow'), 'POST');
      assert.deepEqual(await answerOf(response), { status: 405, message: 'RELAY_METHOD_NOT_ALLOWED' });
    });
  }

  for (const line of ['TRACE / HTTP/1.1', 'TRACE http://[ HTTP/1.1']) {
    it(`${line} is refused with 405`, async () => {
      const said = await speak(multipart.url, [`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`]);
      assert.match(said, /^HTTP\/1\.1 405 /);
    });
  }

  for (const [what, type] of [
    ['no type', undefined],
    ['another type', 'text/plain'],
    ['JSON', 'application/json'],
    ['multipart without a boundary', 'multipart/form-data'],
    ['an empty boundary', 'multipart/form-data; boundary='],
    ['a boundary of 71 characters', `multipart/form-data; boundary=${'b'.repeat(71)}`],
    ['another multipart', `multipart/mixed; boundary=${BOUNDARY}`],
    ['a type that only begins alike', `multipart/form-database; boundary=${BOUNDARY}`],
  ] as const) {
    it(`multipart is asked for, and ${what} is refused with 415`, async () => {
      const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
      await refused(
        multipart.url,
        { method: 'POST', headers, body: new Uint8Array(body(photo)) },
        415,
        'RELAY_TYPE_NOT_ALLOWED',
      );
    });
  }

  it('multipart is refused where the dialect posts JSON', () =>
    refused(json.url, posted(body(photo)), 415, 'RELAY_TYPE_NOT_ALLOWED'));

  it('a quoted boundary is understood', () =>
    accepted(
      multipart.url,
      posted(body(photo), `Multipart/Form-Data; charset=utf-8; boundary="${BOUNDARY}"`),
    ));

  for (const encoding of ['gzip', 'br', 'identity, gzip']) {
    it(`a body encoded as ${encoding} is refused with 415`, () =>
      refused(
        multipart.url,
        posted(gzipSync(body(photo)), MULTIPART_TYPE, { 'content-encoding': encoding }),
        415,
        'RELAY_TYPE_NOT_ALLOWED',
      ));
  }
});

describe('multipart bodies', () => {
  for (const [what, bytes, message] of [
    ['nothing', new Uint8Array(), 'RELAY_BODY_MALFORMED'],
    ['another boundary', Buffer.from('--other\r\n\r\n\r\n--other--\r\n'), 'RELAY_BODY_MALFORMED'],
    ['no last boundary', photo, 'RELAY_BODY_MALFORMED'],
    ['an end within a part', body(photo).subarray(0, -40), 'RELAY_BODY_MALFORMED'],
    ['the last boundary only', END, 'MISSING_ARGUMENTS'],
    ['no image', body(part('name="hello"', 'world')), 'MISSING_ARGUMENTS'],
    ['an empty image', body(part('name="imageBest"; filename="a.jpg"', '')), 'MISSING_ARGUMENTS'],
    ['a part without a name', body(part('filename="a.jpg"', selfie)), 'MISSING_ARGUMENTS'],
    ['the image twice', body(photo, photo), 'RELAY_FIELD_REPEATED'],
    [
      '10 000 tiny parts',
      body(...Array.from({ length: 10_000 }, () => part('name="a"', ''))),
      'RELAY_BODY_MALFORMED',
    ],
    [
      'a field name of 1 MB',
      body(part(`name="${'n'.repeat(1_000_000)}"`, ''), photo),
      'RELAY_BODY_MALFORMED',
    ],
    [
      'a header that is no UTF-8',
      body(part(`name="imageBest"; x="`, ''), photo).map((byte) => (byte === 0x3d ? 0xff : byte)),
      'RELAY_BODY_MALFORMED',
    ],
  ] as const) {
    it(`${what} is refused with 400 ${message}`, () => refused(multipart.url, posted(bytes), 400, message));
  }

  for (const [what, extra] of [
    ["the page's key and journey", [part('name="apiKey"', 'my-key'), part('name="journeyId"', 'my-journey')]],
    ['two of the same unknown field', [part('name="x"', '1'), part('name="x"', '2')]],
    ['__proto__ and constructor', [part('name="__proto__"', '{"a":1}'), part('name="constructor"', 'x')]],
    ['a name with a header inside', [part('name="a%0D%0AjourneyId: x"; x="\\"; name=\\"apiKey\\""', 'x')]],
    ['a header line of its own', [part('name="a"\r\nX-Api-Key: mine\r\nHost: evil.example', 'x')]],
    [
      'blacklistFaceSearch and livenessMeta',
      [part('name="blacklistFaceSearch"', 'false'), part('name="Meta"', '{}')],
    ],
  ] as const) {
    it(`${what} stays behind`, async () => {
      await accepted(multipart.url, posted(body(...extra, photo)));
      const [received] = await emulator.received();
      assert.deepEqual(
        received?.fields.map(({ name }) => name),
        ['journeyId', 'imageBest'],
      );
    });
  }

  for (const name of [
    '../../etc/passwd',
    '..\\\\..\\\\boot.ini',
    'C:/x.php',
    'a\0b.jpg',
    '"><script>',
    'x'.repeat(900),
  ]) {
    it(`the file name ${JSON.stringify(name.slice(0, 20))} stays behind`, async () => {
      const bytes = body(part(`name="imageBest"; filename="${name}"`, selfie));
      await accepted(multipart.url, posted(bytes));
      assert.equal((await emulator.received())[0]?.fields.at(-1)?.fileName, 'selfie.jpg');
    });
  }

  it('what is no picture is left to the vendor to refuse', async () => {
    const bytes = body(part('name="imageBest"; filename="a.jpg"', '<svg onload=alert(1)>'));
    const { message } = await answerOf(await fetch(multipart.url, posted(bytes)));
    assert.equal(message, 'UNRECOGNIZED_IMAGE');
    assert.equal((await emulator.received())[0]?.fields.at(-1)?.type, 'application/octet-stream');
  });

  for (const [what, pieceBytes] of [
    ['pieces of 7 bytes', 7],
    ['pieces of a block', 65_536],
    ['a last line that comes alone', body(photo).length - 2],
  ] as const) {
    it(`${what} make the same image`, async () => {
      await accepted(multipart.url, {
        method: 'POST',
        headers: { 'content-type': MULTIPART_TYPE },
        body: inPieces(body(photo), pieceBytes),
        duplex: 'half',
      });
      assert.deepEqual(await emulator.image('selfie'), selfie);
    });
  }

  it('a long epilogue after the last boundary means nothing', () =>
    accepted(multipart.url, posted(Buffer.concat([body(photo), Buffer.alloc(200_000, '--a-boundary\r\n')]))));
});

describe('JSON bodies', () => {
  const sent = (text: string) => posted(Buffer.from(text), 'application/json');
  const images = `"imageBest":"${base64}","imageIdCard":"${base64}"`;

  for (const [what, text, message] of [
    ['nothing', '', 'RELAY_BODY_MALFORMED'],
    ['no JSON', '{"imageBest":', 'RELAY_BODY_MALFORMED'],
    ['a text', `"${base64}"`, 'RELAY_BODY_MALFORMED'],
    ['null', 'null', 'RELAY_BODY_MALFORMED'],
    ['a list', `[{${images}}]`, 'RELAY_BODY_MALFORMED'],
    ['a million nested lists', `{"a":${'['.repeat(1_000_000)}`, 'RELAY_BODY_MALFORMED'],
    ['nested objects', `{"a":{"b":{}},${images}}`, 'RELAY_BODY_MALFORMED'],
    ['a million members', `{${'"a":1,'.repeat(1_000_000)}${images}}`, 'RELAY_BODY_MALFORMED'],
    ['an image that is a number', `{"imageBest":1,"imageIdCard":"${base64}"}`, 'RELAY_BODY_MALFORMED'],
    ['an image that is no base64', `{"imageBest":"<svg>","imageIdCard":"${base64}"}`, 'RELAY_BODY_MALFORMED'],
    [
      'a data URL',
      `{"imageBest":"data:image/jpeg;base64,","imageIdCard":"${base64}"}`,
      'RELAY_BODY_MALFORMED',
    ],
    ['no images', '{}', 'MISSING_ARGUMENTS'],
    ['an empty image', `{"imageBest":"","imageIdCard":"${base64}"}`, 'MISSING_ARGUMENTS'],
  ] as const) {
    it(`${what} is refused with 400 ${message}`, () => refused(json.url, sent(text), 400, message));
  }

  for (const [what, extra] of [
    ["the page's key", '"apiKey":"mine","journeyId":"mine"'],
    ['__proto__', '"__proto__":"x","constructor":"y"'],
    ['brackets within a text', '"a":"[{[{","b":"\\"[{\\\\"'],
  ] as const) {
    it(`${what} stays behind`, async () => {
      await accepted(json.url, sent(`{${extra},${images}}`));
      const [received] = await emulator.received();
      assert.deepEqual(
        received?.fields.map(({ name }) => name),
        ['apiKey', 'imageBest', 'imageIdCard'],
      );
    });
  }
});

describe('size', () => {
  const limit = defaultMaxBodyBytes({ body: 'multipart' });
  const padding = limit - body(photo, part('name="x"', '')).length;
  const full = body(photo, part('name="x"', new Uint8Array(padding)));
  const over = body(photo, part('name="x"', new Uint8Array(padding + 1)));
  const chunked = (bytes: Uint8Array): Init => ({
    method: 'POST',
    headers: { 'content-type': MULTIPART_TYPE },
    body: inPieces(bytes, 100_000),
    duplex: 'half',
  });

  it('a body of exactly the limit is taken, with its length told or not', async () => {
    assert.equal(full.length, limit);
    await accepted(multipart.url, posted(full));
    await accepted(multipart.url, chunked(full));
  });

  it('a byte more is refused with 413, with its length told or not', async () => {
    await refused(multipart.url, posted(over), 413, 'PAYLOAD_TOO_LARGE');
    await refused(multipart.url, chunked(over), 413, 'PAYLOAD_TOO_LARGE');
  });

  it('JSON has room for the same images as base64', () => {
    assert(defaultMaxBodyBytes({ body: 'json-base64' }) > ((limit - 65_536) * 4) / 3);
  });

  it('what is read of an endless body ends at the limit', async () => {
    const seen = multipart.log.length;
    await refused(
      multipart.url,
      chunked(part('name="x"', new Uint8Array(15_000_000))),
      413,
      'PAYLOAD_TOO_LARGE',
    );
    const entry = await multipart.entry(seen + 1);
    // One piece of a socket beyond it, of 64 KiB at most.
    assert(entry.bytes > 0 && entry.bytes <= limit + 65_536, String(entry.bytes));
  });

  it('a length that is no number is the server’s to refuse', async () => {
    const said = await speak(multipart.url, [
      `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${MULTIPART_TYPE}\r\ncontent-length: 12x\r\n\r\n`,
    ]);
    assert.match(said, /^HTTP\/1\.1 400 /);
  });
});

describe('headers', () => {
  it('none of the page reaches the vendor but the device', async () => {
    const heard = await hearOne(async (upstream) => {
      const relay = await serveRelay({ upstream, dialect: 'live-v1', apiKey: DEMO_API_KEY });
      try {
        await fetch(relay.url, {
          ...posted(body(part('name="data"; filename="a"', selfie))),
          headers: {
            'content-type': MULTIPART_TYPE,
            authorization: 'Bearer of-the-host',
            cookie: 'session=of-the-host',
            'x-forwarded-for': '169.254.169.254',
            'x-forwarded-host': 'evil.example',
            forwarded: 'host=evil.example',
            'x-original-url': '/api/ekyc/details/1',
            'x-http-method-override': 'DELETE',
            'x-meta': '{"a":1}',
            livenessmeta: '{"OS":"IOS"}',
            meta: '{"OS":"android","MODEL":"Pixel 9","__proto__":{"a":1},"EXTRA":"x"}',
          },
        });
      } finally {
        await relay.close();
      }
    });
    const names = heard.headers.map(([name]) => name.toLowerCase());
    const own = ['host', 'connection', 'content-type', 'content-length', 'meta'];
    const platform = ['accept', 'accept-encoding', 'accept-language', 'sec-fetch-mode', 'user-agent'];
    assert.deepEqual(
      names.filter((name) => !own.includes(name) && !platform.includes(name)),
      [],
    );
    const meta = heard.headers.find(([name]) => name.toLowerCase() === 'meta')?.[1];
    assert.deepEqual(JSON.parse(meta ?? ''), { OS: 'ANDROID', MODEL: 'Pixel 9' });
    assert.equal(heard.line, 'POST /api/check_liveness HTTP/1.1');
  });

  for (const meta of [
    '',
    '{',
    '[]',
    'null',
    '{"OS":1}',
    '{"OS":"DESKTOP"}',
    '{"OS":"\\r\\nX: y"}',
    `{"OS":"IOS","x":"${'x'.repeat(600)}"}`,
  ]) {
    it(`the device ${meta.slice(0, 20)} is left out, and the photo goes on`, async () => {
      const relay = await serveRelay({ upstream: emulator.url, dialect: 'live-v1', apiKey: DEMO_API_KEY });
      try {
        const data = body(part('name="data"; filename="a"', selfie));
        await accepted(relay.url, posted(data, MULTIPART_TYPE, { meta }));
        assert.equal((await emulator.received())[0]?.meta, null);
      } finally {
        await relay.close();
      }
    });
  }

  for (const [what, head] of [
    ['a foreign host', 'POST / HTTP/1.1\r\nhost: 169.254.169.254'],
    ['a foreign address', 'POST http://evil.example/steal HTTP/1.1\r\nhost: evil.example'],
    ['a host that is none', 'POST //evil.example/%2e%2e/ HTTP/1.1\r\nhost: a@b:c/?#'],
  ] as const) {
    it(`${what} changes nothing about where the images go`, async () => {
      const bytes = body(photo);
      const said = await speak(multipart.url, [
        `${head}\r\ncontent-type: ${MULTIPART_TYPE}\r\ncontent-length: ${bytes.length}\r\nconnection: close\r\n\r\n`,
        bytes,
      ]);
      assert.match(said, /^HTTP\/1\.1 200 /);
      assert.equal((await emulator.received()).length, 1);
    });
  }
});

interface Heard {
  readonly line: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** The head of the one request that a vendor hears, before any library has touched it. */
async function hearOne(act: (upstream: string) => Promise<void>): Promise<Heard> {
  let head = '';
  const server = createServer((socket) => {
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      if (head.includes(`\r\n\r\n`) && !socket.writableEnded) {
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      }
    });
    // The relay may still be sending when it has its answer.
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert(typeof address === 'object' && address !== null);
  try {
    await act(`http://127.0.0.1:${address.port}`);
  } finally {
    server.close();
  }
  const [line = '', ...lines] = (head.split('\r\n\r\n')[0] ?? '').split('\r\n');
  return {
    line,
    headers: lines.map((text) => {
      const colon = text.indexOf(':');
      return [text.slice(0, colon), text.slice(colon + 1).trim()] as const;
    }),
  };
}

describe('clients that leave', () => {
  const head = `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${MULTIPART_TYPE}\r\ncontent-length: 100000\r\n\r\n`;

  it('in mid-upload are forgotten, and the vendor never hears of them', async () => {
    const seen = multipart.log.length;
    const { hostname, port } = new URL(multipart.url);
    const socket = connect(Number(port), hostname, () => {
      socket.write(head + photo.subarray(0, 100).toString('latin1'), () => socket.destroy());
    });
    const entry = await multipart.entry(seen + 1);
    assert.deepEqual([entry.code, entry.status], ['RELAY_CLIENT_GONE', 499]);
    assert.deepEqual(await emulator.received(), []);
  });
});
