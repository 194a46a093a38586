import { expect } from '@open-wc/testing';
import type { CaptureError } from '../../src/core/errors.js';
import { browserServices, type Services } from '../../src/element/services.js';
import { MAX_RETRIES } from '../../src/okayface/retry.js';
import type { PhaseName } from '../../src/types/capture.js';
import { cardPhoto } from '../helpers/card-photo.js';
import { emulator } from '../helpers/emulator.js';
import { failureOf } from '../helpers/failure.js';
import { FaultStage } from '../helpers/fault-stage.js';

const TRIES = MAX_RETRIES + 1;
const broken = (fault: string) => `/__broken/endpoint/${fault}`;

/** Not even the emulator's answer comes in this time. */
const hurried = ({ submit }: Services): Partial<Services> => ({
  submit: (options, deps) => submit({ ...options, timeoutMs: 300 }, deps),
});

/** What an endpoint can do to a request, how often it is tried by itself, and what the host is told. */
const ROWS = [
  {
    fault: 'refused',
    endpoint: 'http://localhost:9/',
    code: 'ENDPOINT_UNREACHABLE',
    tries: TRIES,
    maybeSent: true,
  },
  {
    fault: 'timed out',
    answer: 'hang',
    code: 'ENDPOINT_TIMEOUT',
    tries: 1,
    maybeSent: true,
    replace: hurried,
  },
  {
    fault: 'cut in mid-upload',
    endpoint: broken('cut-upload'),
    code: 'ENDPOINT_UNREACHABLE',
    tries: TRIES,
    maybeSent: true,
  },
  {
    fault: '429 with Retry-After',
    endpoint: broken('busy-429'),
    code: 'ENDPOINT_FAILED',
    tries: TRIES,
    maybeSent: false,
    waitsMs: 7000,
  },
  { fault: '503', endpoint: broken('busy-503'), code: 'ENDPOINT_FAILED', tries: TRIES, maybeSent: false },
  {
    fault: 'wrong content type',
    endpoint: broken('wrong-type'),
    code: 'RESPONSE_UNREADABLE',
    tries: 1,
    maybeSent: true,
  },
  {
    fault: '20 MB answer',
    endpoint: broken('large-answer'),
    code: 'RESPONSE_UNREADABLE',
    tries: 1,
    maybeSent: true,
  },
  { fault: 'cut within the answer', answer: 'drop', code: 'RESPONSE_UNREADABLE', tries: 1, maybeSent: true },
] as const;

describe('fault matrix of the endpoint', () => {
  let card: Blob;
  let stage: FaultStage;

  before(async () => (card = await cardPhoto()));
  afterEach(() => stage.close());
  after(() => console.log(`Fault matrix of the endpoint: ${ROWS.length} faults while submitting.`));

  for (const row of ROWS) {
    const { fault, code, tries, maybeSent } = row;
    it(`${fault}: ${code} after ${tries} ${tries === 1 ? 'try' : 'tries'}, and the same photo goes out later`, async () => {
      stage = await FaultStage.open(card, {}, 'replace' in row ? row.replace : undefined);
      const { element } = stage.page;
      const told: CaptureError[] = [];
      element.addEventListener('okay-error', ({ error }) => told.push(error));
      if ('endpoint' in row) element.endpoint = row.endpoint;
      else await emulator.answerNext(row.answer);
      await stage.page.press('Open the camera');
      await stage.page.phase('failed');
      const photo = stage.photo;
      expect(photo).to.be.instanceOf(File);
      expect(told.map((error) => error.code)).to.deep.equal(Array.from({ length: tries }, () => code));
      expect(told.every((error) => error.maybeSent === maybeSent)).to.equal(true);
      expect(stage.sleeps).to.have.length(tries - 1);
      if ('waitsMs' in row) expect(stage.sleeps).to.deep.equal([row.waitsMs, row.waitsMs, row.waitsMs]);
      expect(stage.page.text).to.contain('photo is kept');
      element.endpoint = emulator.endpoint;
      element.services = { ...element.services, submit: browserServices.submit };
      await stage.carryOn();
      expect((await emulator.requests()).at(-1)?.selfie?.bytes).to.equal(photo?.size);
    });
  }

  it('tells the person that it tries again, and lets them cancel', async () => {
    let isAwake = () => {};
    stage = await FaultStage.open(card, { endpoint: broken('busy-503') }, () => ({
      sleep: (_ms, signal) =>
        new Promise((resolve, reject) => {
          isAwake = resolve;
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    }));
    const error = stage.page.event('okay-error');
    await stage.page.press('Open the camera');
    await error;
    await stage.page.element.updateComplete;
    expect(stage.page.text).to.contain('Trying again');
    await stage.page.press('Cancel');
    await stage.page.phase('review');
    isAwake();
    expect(stage.photo).to.be.instanceOf(File);
  });

  for (const [how, giveUp, phase] of [
    ['the person', ({ page }) => page.press('Cancel'), 'review'],
    ['stop()', ({ page }) => page.element.stop(), 'idle'],
    ['its removal', ({ page }) => page.element.remove(), 'idle'],
  ] satisfies [string, (stage: FaultStage) => unknown, PhaseName][]) {
    it(`says that a request may have arrived which ${how} gave up, before it can go out again`, async () => {
      stage = await onItsWay();
      const told = listen(stage);
      await giveUp(stage);
      await stage.page.phase(phase);
      expect(told).to.deep.equal(['SENDING_CANCELLED, maybe sent', phase]);
    });
  }

  it('says nothing of the kind where no request had gone out, or its answer was there', async () => {
    const never: Partial<Services> = { normaliseCard: () => new Promise(() => undefined) };
    stage = await FaultStage.open(card, {}, () => never);
    await stage.page.press('Open the camera');
    await stage.page.phase('submitting');
    const told = listen(stage);
    await stage.page.press('Cancel');
    stage.page.element.services = {
      ...stage.page.element.services,
      normaliseCard: browserServices.normaliseCard,
    };
    await stage.carryOn();
    expect(told).to.deep.equal(['review', 'submitting', 'done']);
  });

  it('rejects the submit() of the host with an AbortError when the person cancels', async () => {
    stage = await onItsWay();
    await stage.page.press('Cancel');
    await emulator.answerNext('hang');
    const sent = stage.page.event('okay-progress');
    const submitting = failureOf(() => stage.page.element.submit());
    await sent;
    await stage.page.press('Cancel');
    expect(await submitting).to.have.property('name', 'AbortError');
  });

  async function onItsWay(): Promise<FaultStage> {
    const opened = await FaultStage.open(card);
    await emulator.answerNext('hang');
    const sent = opened.page.event('okay-progress', (event) => event.stage === 'upload');
    await opened.page.press('Open the camera');
    await sent;
    return opened;
  }

  /** @returns what the host hears from now on, in its order */
  function listen({ page: { element } }: FaultStage): string[] {
    const told: string[] = [];
    element.addEventListener('okay-error', ({ error: { code, maybeSent } }) =>
      told.push(maybeSent ? `${code}, maybe sent` : code),
    );
    element.addEventListener('okay-phase', ({ phase }) => told.push(phase));
    return told;
  }
});
