import { expect } from '@open-wc/testing';
import type { OkayCaptureEvent, OkayErrorEvent, OkayResultEvent } from '../../src/element/events.js';
import { installCanvasCamera, person, type CanvasCamera, type PhotoFace } from '../helpers/canvas-camera.js';
import { openCapture } from '../helpers/capture-harness.js';
import { cardPhoto } from '../helpers/card-photo.js';
import { emulator } from '../helpers/emulator.js';
import { photoFace } from '../helpers/fixture-photos.js';

const posting = { endpoint: emulator.endpoint, journeyId: emulator.journeyId };

describe('okay-live-capture', () => {
  let camera: CanvasCamera;
  let someone: PhotoFace;

  before(async () => {
    someone = await photoFace('ali-pazani.jpg');
  });

  beforeEach(async () => {
    await emulator.reset();
    camera = installCanvasCamera();
  });

  afterEach(() => camera.uninstall());

  it('waits with a start screen and asks for no camera before it is started', async () => {
    const page = await openCapture(posting);
    expect(page.element.phase).to.equal('idle');
    expect(page.buttons).to.deep.equal(['Open the camera']);
    expect(camera.requests).to.have.length(0);
  });

  it('goes from the start button to the verdict', async () => {
    const page = await openCapture(posting);
    await page.press('Open the camera');
    await page.hint('FACE_NOT_FOUND');
    expect(page.text).to.contain('Show your face');
    expect(page.text).to.contain(
      'Face is not detected. Please make sure your face is present in the camera frame.',
    );
    camera.show(person(someone, { faceHeight: 0.5 }));
    await page.phase('id-card');
    expect(camera.liveTracks).to.equal(0);
    await page.chooseCard(await cardPhoto());
    const { verdict } = await page.event('okay-result');
    expect(verdict).to.include({ matched: true, live: true });
    await page.phase('done');
    expect(page.text).to.contain('Your face matches');
    expect(page.phases).to.deep.equal(['preparing', 'seeking', 'holding', 'id-card', 'submitting', 'done']);
    const [request] = await emulator.requests();
    expect(request?.selfie?.width).to.equal(540);
    expect(request?.selfie?.height).to.equal(720);
    expect(request?.card?.format).to.equal('jpeg');
    expect(request?.livenessDetection).to.equal(true);
    expect(JSON.parse(request?.livenessMeta ?? 'null')).to.deep.equal({ OS: 'DESKTOP' });
  });

  it('tells the photo with its verdicts before it posts, and posts nothing when told so', async () => {
    camera.show(person(someone));
    const page = await openCapture({ ...posting, idCard: await cardPhoto() });
    page.element.addEventListener('okay-capture', (event) => event.preventDefault());
    void page.element.start();
    const photo: OkayCaptureEvent = await page.event('okay-capture');
    await page.phase('done');
    expect(photo.source).to.equal('auto');
    expect(photo.signals).to.include({ source: 'auto', deviceChanges: 0, timesHidden: 0 });
    expect(photo.signals.pictures).to.be.greaterThan(10);
    expect(photo.detail.signals).to.equal(photo.signals);
    expect(photo.image.type).to.equal('image/jpeg');
    expect(photo.image.size).to.be.within(10_000, 1_800_000);
    expect(photo.score?.total).to.be.within(0, 1);
    expect(photo.verdicts.filter(({ pass }) => !pass)).to.deep.equal([]);
    expect(photo.detail.image).to.equal(photo.image);
    expect(await emulator.requests()).to.have.length(0);
    const verdict = await page.element.submit();
    expect(verdict?.matched).to.equal(true);
    expect(await emulator.requests()).to.have.length(1);
  });

  it('only captures without an endpoint', async () => {
    camera.show(person(someone));
    const page = await openCapture();
    void page.element.start();
    await page.phase('done');
    expect(page.text).to.contain('Photo taken');
    expect(page.events.map(({ type }) => type)).to.contain('okay-capture');
  });

  it('shows the photo for review, and takes another one when asked to', async () => {
    camera.show(person(someone));
    const page = await openCapture({ ...posting, review: true, idCardMode: 'none' });
    void page.element.start();
    await page.phase('review');
    expect(page.buttons).to.deep.equal(['Use this photo', 'Retake']);
    expect(page.events.map(({ type }) => type)).to.not.contain('okay-capture');
    await page.press('Retake');
    await page.phase('review');
    await page.press('Use this photo');
    await page.phase('failed');
    expect(page.phases.filter((phase) => phase === 'holding')).to.have.length(2);
  });

  it('brings a refusal back as the same hint, and takes a better photo', async () => {
    camera.show(person(someone));
    await emulator.answerNext('FACE_TOO_CLOSE');
    const page = await openCapture({ ...posting, idCard: await cardPhoto() });
    void page.element.start();
    const error: OkayErrorEvent = await page.event('okay-error');
    expect(error.error).to.include({ code: 'FACE_TOO_CLOSE', recoverable: true });
    await page.hint('FACE_TOO_CLOSE');
    await page.phase('seeking');
    expect(page.text).to.contain('Please make sure to move your face further away from the camera.');
    const result: OkayResultEvent = await page.event('okay-result');
    expect(result.verdict.matched).to.equal(true);
    expect(await emulator.requests()).to.have.length(2);
  });

  it('says that the card may be at fault, and posts the same photo with another card', async () => {
    camera.show(person(someone));
    await emulator.answerNext('FACE_NOT_FOUND');
    const page = await openCapture({ ...posting, idCard: await cardPhoto() });
    void page.element.start();
    await page.event('okay-error');
    await page.phase('seeking');
    expect(page.text).to.contain('the problem may be the photo of the ID card');
    await page.press('Use another photo of the ID card');
    await page.phase('id-card');
    await page.chooseCard(await cardPhoto('image/png'), 'card.png');
    await page.event('okay-result');
    const [first, second] = await emulator.requests();
    expect(second?.card?.format).to.equal('png');
    expect(second?.selfie?.bytes).to.equal(first?.selfie?.bytes);
  });

  it('keeps the photo when the post fails, and sends it again', async () => {
    camera.show(person(someone));
    await emulator.answerNext('empty');
    const page = await openCapture({ ...posting, idCard: await cardPhoto() });
    void page.element.start();
    const { error } = await page.event('okay-error');
    expect(error).to.include({ code: 'RESPONSE_UNREADABLE', recoverable: true, status: 200 });
    await page.phase('failed');
    expect(page.buttons).to.deep.equal(['Send again', 'Take a new photo']);
    await page.press('Send again');
    await page.event('okay-result');
    expect(page.phases.filter((phase) => phase === 'holding')).to.have.length(1);
  });

  it('tells a wrong journey to the host and blames nobody on screen', async () => {
    camera.show(person(someone));
    const page = await openCapture({
      endpoint: emulator.endpoint,
      journeyId: 'no-such-journey',
      idCard: await cardPhoto(),
    });
    void page.element.start();
    const { error } = await page.event('okay-error');
    expect(error.code).to.equal('INVALID_JOURNEY_ID');
    await page.phase('failed');
    expect(page.text).to.contain('It is not your fault');
    expect(page.text).to.not.contain('no-such-journey');
  });

  it('takes a photo by hand and records what failed', async () => {
    camera.show(person(someone, { faceHeight: 0.2 }));
    const page = await openCapture({ idCardMode: 'none' });
    await page.element.start();
    const photo = await page.element.capture();
    expect(photo.source).to.equal('manual');
    expect(photo.verdicts.filter(({ pass }) => !pass).map(({ guard }) => guard)).to.contain('FACE_TOO_SMALL');
    await page.phase('done');
  });

  it('takes no photo by hand without a face', async () => {
    const page = await openCapture();
    await page.element.start();
    const error = await page.element.capture().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.include({ name: 'CaptureError', code: 'PHOTO_FAILED' });
    expect((error as { hint?: { code: string } }).hint?.code).to.equal('FACE_NOT_FOUND');
    await page.phase('seeking');
  });

  it('sends okay-frame only while somebody listens, with landmarks', async () => {
    camera.show(person(someone));
    const page = await openCapture({ limits: { minFaceHeightShare: 0.7 } });
    await page.element.start();
    const { observation, verdicts } = await page.event(
      'okay-frame',
      (event) => event.observation.face !== null,
    );
    expect(observation.landmarks).to.have.length(478 * 3);
    expect(verdicts.find(({ pass }) => !pass)?.guard).to.equal('FACE_TOO_SMALL');
    expect(page.element.hasFrameListeners).to.equal(false);
  });

  it('lets the camera go the moment it is removed', async () => {
    const page = await openCapture();
    await page.element.start();
    expect(camera.liveTracks).to.equal(1);
    page.element.remove();
    expect(camera.liveTracks).to.equal(0);
    expect(page.element.phase).to.equal('idle');
  });
});
