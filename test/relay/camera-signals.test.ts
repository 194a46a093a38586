import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRelay } from '../../src/relay/index.ts';
import type { CameraSignals } from '../../src/types/capture.ts';
import { body, MULTIPART_TYPE, part } from './multipart-text.ts';

const SIGNALS: CameraSignals = {
  source: 'auto',
  camera: 'virtual',
  pictures: 90,
  framesPerSecond: 29.8,
  intervalJitter: null,
  frameRateChanges: 0,
  resolutionChanges: 1,
  duplicateFrames: 12,
  deviceChanges: 0,
  timesHidden: 2,
};

/** What the relay's host and the vendor get of a post with this header. */
async function post(header: string | null) {
  const told: CameraSignals[] = [];
  const sent: Headers[] = [];
  const relay = createRelay({
    upstream: 'https://vendor.example',
    dialect: 'live-v1',
    apiKey: 'the-relays-key',
    fetch: (_url, init) => {
      sent.push(new Headers(init?.headers));
      return Promise.resolve(Response.json({ probability: 1 }));
    },
    onSignals: (_request, signals) => void told.push(signals),
  });
  const response = await relay(
    new Request('https://host.example/api', {
      method: 'POST',
      headers: {
        'content-type': MULTIPART_TYPE,
        ...(header === null ? {} : { 'okay-camera-signals': header }),
      },
      body: body(part('name="data"; filename="a.jpg"', 'x')),
    }),
  );
  return { status: response.status, told, sent };
}

describe('camera signals at the relay', () => {
  it('reach the host as they are, and never the vendor', async () => {
    const { status, told, sent } = await post(
      JSON.stringify({ ...SIGNALS, label: 'Ann’s camera', x: 1 }).replace('’', ''),
    );
    assert.equal(status, 200);
    assert.deepEqual(told, [SIGNALS]);
    assert.equal(sent.length, 1);
    assert.equal(sent[0]?.has('okay-camera-signals'), false);
  });

  for (const [what, header] of [
    ['no header', null],
    ['no JSON', 'virtual'],
    ['a list', '[1]'],
    ['a camera of another kind', JSON.stringify({ ...SIGNALS, camera: '<script>' })],
    ['a negative count', JSON.stringify({ ...SIGNALS, pictures: -1 })],
    ['half a count', JSON.stringify({ ...SIGNALS, pictures: 0.5 })],
    ['a text for a rate', JSON.stringify({ ...SIGNALS, framesPerSecond: '30' })],
    ['a field less', JSON.stringify({ ...SIGNALS, timesHidden: undefined })],
    ['too much', JSON.stringify({ ...SIGNALS, more: 'x'.repeat(2000) })],
  ] as const) {
    it(`are nothing with ${what}, and the photo goes on all the same`, async () => {
      const { status, told, sent } = await post(header);
      assert.deepEqual([status, told.length, sent.length], [200, 0, 1]);
    });
  }
});
