import { expect } from '@open-wc/testing';
import { MAX_RETRIES } from '../../src/okayface/retry.js';
import { browserServices, type Services } from '../../src/element/services.js';
import { installCanvasCamera, person, type CanvasCamera, type PhotoFace } from '../helpers/canvas-camera.js';
import { openCapture, until } from '../helpers/capture-harness.js';
import { cardPhoto } from '../helpers/card-photo.js';
import { emulator } from '../helpers/emulator.js';
import { photoFace } from '../helpers/fixture-photos.js';

/** Faults of the endpoint, by the emulator's switches, and what the host is told. */
const FAULTS = [
  ['UNEXPECTED_ERROR', 'UNEXPECTED_ERROR'],
  ['html-200', 'RESPONSE_UNREADABLE'],
  ['empty', 'RESPONSE_UNREADABLE'],
  ['unknown-json', 'RESPONSE_UNKNOWN'],
  ['no-confidence', 'RESPONSE_UNKNOWN'],
  ['drop', 'RESPONSE_UNREADABLE'],
  ['MAX_API_CALL_EXCEEDED', 'MAX_API_CALL_EXCEEDED'],
] as const;

/** Waiting between tries takes no time here; how long it is stands in the test of `retryWait`. */
const impatient: Services = { ...browserServices, sleep: () => Promise.resolve() };

describe('okay-live-capture when things go wrong', () => {
  let camera: CanvasCamera;
  let someone: PhotoFace;
  let card: Blob;

  before(async () => {
    someone = await photoFace('ali-pazani.jpg');
    card = await cardPhoto();
  });

  beforeEach(async () => {
    await emulator.reset();
    camera = installCanvasCamera();
    camera.show(person(someone));
  });

  afterEach(() => camera.uninstall());

  it('keeps the photo through every fault of the endpoint, and sends it in the end', async () => {
    const page = await openCapture({
      endpoint: emulator.endpoint,
      journeyId: emulator.journeyId,
      idCard: card,
    });
    const told: string[] = [];
    page.element.addEventListener('okay-error', ({ error }) => told.push(error.code));
    await emulator.answerNext(FAULTS[0][0]);
    void page.element.start();
    await page.phase('failed');
    for (const [fault] of FAULTS.slice(1)) {
      await emulator.answerNext(fault);
      const failed = page.event('okay-phase', ({ phase }) => phase === 'failed');
      await page.press('Send again');
      await failed;
    }
    expect(told).to.deep.equal(FAULTS.map(([, code]) => code));
    await page.press('Send again');
    await page.event('okay-result');
    const sizes = (await emulator.requests()).map(({ selfie }) => selfie?.bytes);
    expect(sizes).to.have.length(FAULTS.length + 1);
    expect(new Set(sizes).size).to.equal(1);
    expect(page.phases.filter((phase) => phase === 'holding')).to.have.length(1);
  });

  it('tries again by itself what passes, and tells the host that the request may have been taken', async () => {
    await emulator.answerNext('html-502', { times: 2 });
    const page = await openCapture({
      endpoint: emulator.endpoint,
      journeyId: emulator.journeyId,
      idCard: card,
      services: impatient,
    });
    const told: [string, boolean][] = [];
    page.element.addEventListener('okay-error', ({ error }) => told.push([error.code, error.maybeSent]));
    void page.element.start();
    await page.event('okay-result');
    expect(told).to.deep.equal([
      ['ENDPOINT_FAILED', true],
      ['ENDPOINT_FAILED', true],
    ]);
    expect(page.phases.filter((phase) => phase === 'submitting')).to.have.length(1);
    expect(await emulator.requests()).to.have.length(3);
  });

  it('says that there is no connection where nothing listens at the endpoint', async () => {
    const page = await openCapture({ endpoint: 'http://localhost:9/', idCard: card, services: impatient });
    const told: string[] = [];
    page.element.addEventListener('okay-error', ({ error }) => told.push(error.code));
    void page.element.start();
    await page.phase('failed');
    expect(told).to.deep.equal(Array.from({ length: MAX_RETRIES + 1 }, () => 'ENDPOINT_UNREACHABLE'));
    expect(page.text).to.contain('Your photo is kept');
  });

  it('waits for the network to come back, and says so', async () => {
    let isOffline = true;
    let comeBack = () => {};
    const back = new Promise<void>((resolve) => {
      comeBack = () => {
        isOffline = false;
        resolve();
      };
    });
    const services = { ...impatient, isOffline: () => isOffline, whenOnline: () => back };
    const page = await openCapture({
      endpoint: emulator.endpoint,
      journeyId: emulator.journeyId,
      idCard: card,
      services,
    });
    void page.element.start();
    await page.phase('submitting');
    await until(() => page.text.includes('You are offline'), 'the word of being offline');
    expect(await emulator.requests()).to.have.length(0);
    comeBack();
    await page.event('okay-result');
    expect(await emulator.requests()).to.have.length(1);
  });

  it('sends nothing to an http endpoint elsewhere', async () => {
    const page = await openCapture({ endpoint: 'http://okayface.example/', idCard: card });
    const error = page.event('okay-error');
    void page.element.start();
    expect((await error).error.code).to.equal('ENDPOINT_INVALID');
  });

  it('names a host’s card that cannot be used, and takes another one with the same photo', async () => {
    const page = await openCapture({
      endpoint: emulator.endpoint,
      journeyId: emulator.journeyId,
      idCard: new Blob(['no image']),
    });
    const error = page.event('okay-error');
    void page.element.start();
    expect((await error).error.code).to.equal('CARD_NOT_AN_IMAGE');
    await page.press('Use another photo of the ID card');
    await page.chooseCard(card);
    await page.event('okay-result');
    expect(page.phases.filter((phase) => phase === 'holding')).to.have.length(1);
  });

  it('says what is wrong with a chosen card and stays in the step', async () => {
    const page = await openCapture({ endpoint: emulator.endpoint, journeyId: emulator.journeyId });
    void page.element.start();
    await page.phase('id-card');
    await page.chooseCard(new Blob(['no image']), 'card.txt');
    expect(await page.cardError()).to.contain('This file is not a photo');
    await page.chooseCard(card);
    await page.event('okay-result');
  });

  it('goes back to the photo when sending is cancelled, and sends nothing twice', async () => {
    await emulator.answerNext('slow');
    const page = await openCapture({
      endpoint: emulator.endpoint,
      journeyId: emulator.journeyId,
      idCard: card,
    });
    void page.element.start();
    await page.phase('submitting');
    await page.press('Cancel');
    await page.phase('review');
    await page.press('Use this photo');
    await page.event('okay-result');
    expect(page.events.filter(({ type }) => type === 'okay-capture')).to.have.length(1);
  });

  for (const phase of ['holding', 'review', 'id-card', 'submitting', 'done', 'failed'] as const) {
    it(`lets everything go when it is removed while ${phase}`, async () => {
      if (phase === 'submitting') await emulator.answerNext('slow');
      if (phase === 'failed') await emulator.answerNext('empty');
      const page = await openCapture({
        endpoint: emulator.endpoint,
        journeyId: emulator.journeyId,
        review: phase === 'review',
        idCard: phase === 'id-card' ? null : card,
      });
      void page.element.start();
      await page.phase(phase);
      page.element.remove();
      expect(page.element.phase).to.equal('idle');
      expect(page.element.value).to.equal(null);
      expect(camera.liveTracks).to.equal(0);
    });
  }
});
