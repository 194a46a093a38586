import { expect } from '@open-wc/testing';
import { OkayPhaseEvent, OkayResultEvent } from '../../src/element/events.js';
import { Feedback } from '../../src/element/feedback.js';
import { FeedbackPlayer } from '../../src/element/feedback-player.js';
import type { OkayVerdict, PhaseName } from '../../src/types/capture.js';

const RATE_HZ = 8000;
const PASSED: OkayVerdict = {
  matched: true,
  live: true,
  confidence: 90,
  probability: 0.9,
  quality: 0.9,
  requestId: null,
};

function open(feedback: string) {
  const felt: number[][] = [];
  let audios = 0;
  const player = new FeedbackPlayer({
    vibrate: (pattern) => felt.push(pattern),
    openAudio: () => {
      audios += 1;
      return new OfflineAudioContext(1, RATE_HZ, RATE_HZ);
    },
  });
  const host = Object.assign(document.createElement('div'), {
    feedback,
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  });
  const controller = new Feedback(host, () => Promise.resolve(player));
  controller.hostConnected();
  const to = async (phase: PhaseName, previous: PhaseName) => {
    host.dispatchEvent(new OkayPhaseEvent(phase, previous));
    await Promise.resolve();
  };
  return { host, felt, to, controller, audios: () => audios };
}

describe('feedback', () => {
  it('tells by vibration of the hold, the photo and the verdict', async () => {
    const { host, felt, to, audios } = open('vibration');
    await to('preparing', 'idle');
    await to('seeking', 'preparing');
    expect(felt).to.have.length(0);
    await to('holding', 'seeking');
    expect(felt).to.have.length(1);
    await to('seeking', 'holding');
    expect(felt, 'a hold that breaks off says nothing').to.have.length(1);
    await to('submitting', 'holding');
    host.dispatchEvent(new OkayResultEvent(PASSED, {}));
    host.dispatchEvent(new OkayResultEvent({ ...PASSED, matched: false }, {}));
    expect(felt).to.have.length(4);
    expect(felt[2]).not.to.deep.equal(felt[3]);
    expect(audios()).to.equal(0);
  });

  it('does nothing where it is not asked for, and nothing after the element has gone', async () => {
    const silent = open('');
    await silent.to('preparing', 'idle');
    await silent.to('failed', 'preparing');
    expect([silent.felt.length, silent.audios()]).to.deep.equal([0, 0]);
    const gone = open('tones vibration');
    await gone.to('preparing', 'idle');
    gone.controller.hostDisconnected();
    await gone.to('failed', 'preparing');
    expect([gone.felt.length, gone.audios()]).to.deep.equal([0, 0]);
  });

  it('sounds for as long as its tones last, without a click at the start', async () => {
    const audio = new OfflineAudioContext(1, RATE_HZ, RATE_HZ);
    new FeedbackPlayer({ openAudio: () => audio, vibrate: () => undefined }).sound('photo');
    const samples = (await audio.startRendering()).getChannelData(0);
    const loudest = (fromMs: number, toMs: number) =>
      Math.max(...samples.slice((fromMs * RATE_HZ) / 1000, (toMs * RATE_HZ) / 1000).map(Math.abs));
    expect(loudest(30, 80)).to.be.within(0.05, 0.2);
    expect(loudest(110, 220)).to.be.within(0.05, 0.2);
    expect(loudest(0, 1)).to.be.below(0.02);
    expect(loudest(260, 900)).to.equal(0);
  });
});
