import { expect } from '@open-wc/testing';
import { openLandmarker, type Landmarker, type LandmarkerOptions } from '../../src/adapters/landmarker.js';
import type { Observation } from '../../src/types/frame.js';
import type { CameraFrame } from '../../src/types/messages.js';
import { captureErrorOf } from '../helpers/failure.js';
import { photoList } from '../helpers/fixture-photos.js';
import { cameraShowing, emptyCamera } from '../helpers/photo-frames.js';

const FACE = 'christian.jpg';
/** Faces the camera with the head tilted to a shoulder by about 40°, measured from eye to eye on the photograph. */
const TILTED = 'atikh.jpg';
const photos = await photoList();

const places: readonly [Landmarker['where'], Partial<LandmarkerOptions>][] = [
  ['worker', {}],
  ['page', { workerUrl: '/test/helpers/without-webgl.worker.ts' }],
];

for (const [where, options] of places) {
  describe(`landmarker in the ${where}`, () => {
    const life = new AbortController();
    const progress: [number, number][] = [];
    let landmarker: Landmarker;
    let at = 0;
    const nextAt = () => (at += 40);

    before(async () => {
      landmarker = await openLandmarker({
        delegate: 'cpu',
        signal: life.signal,
        onProgress: (...step) => progress.push(step),
        ...options,
      });
    });
    after(() => life.abort());

    it('runs there', () => {
      expect(landmarker.where).to.equal(where);
      expect(landmarker.delegate).to.equal('cpu');
    });

    it('has reported the loading of engine and model', () => {
      const [loaded, total] = progress.at(-1) ?? [0, 0];
      expect(loaded).to.equal(total);
      expect(total).to.be.greaterThan(13_000_000);
    });

    for (const { file, faces, frontal } of photos) {
      it(`finds ${faces} face(s) on ${file}`, async () => {
        const seen = await landmarker.analyse(videoFrame(await cameraShowing(file)), nextAt(), false);
        expect(seen?.faces).to.have.length(faces);
        expect(seen?.frame).to.deep.equal({ width: 810, height: 1080 });
        expect(seen).not.to.have.property('landmarks');
        if (!frontal) return;
        expect(seen?.face?.pose.yawDeg).to.be.within(-20, 20);
        expect(seen?.face?.pose.pitchDeg).to.be.within(-20, 20);
        expect(seen?.face?.pose.rollDeg).to.be.within(-20, 20);
      });
    }

    it('tells a head that is tilted to a shoulder by its roll alone', async () => {
      const seen = await landmarker.analyse(videoFrame(await cameraShowing(TILTED)), nextAt(), false);
      expect(seen?.face?.pose.yawDeg).to.be.within(-20, 20);
      expect(seen?.face?.pose.pitchDeg).to.be.within(-20, 20);
      expect(seen?.face?.pose.rollDeg).to.be.within(25, 55);
    });

    it('gives the landmarks where they are asked for, and takes an ImageBitmap as well', async () => {
      const bitmap = await createImageBitmap(await cameraShowing(FACE));
      const seen = await landmarker.analyse(bitmap, nextAt(), true);
      expect(seen?.landmarks)
        .to.be.instanceOf(Float32Array)
        .and.have.length(3 * 478);
      expect(isClosed(bitmap)).to.equal(true);
    });

    it('drops and closes a frame while another one is in flight', async () => {
      const camera = await cameraShowing(FACE);
      const [first, late] = [videoFrame(camera), videoFrame(camera)];
      const answer = landmarker.analyse(first, nextAt(), false);
      expect(landmarker.busy).to.equal(true);
      expect(await landmarker.analyse(late, nextAt(), false)).to.equal(null);
      expect(isClosed(late)).to.equal(true);
      expect((await answer)?.faces).to.have.length(1);
      expect(isClosed(first)).to.equal(true);
      expect(landmarker.busy).to.equal(false);
    });

    it('goes on where the clock stood still or went back', async () => {
      const camera = await cameraShowing(FACE);
      for (const time of [at, at, at - 1000]) {
        const seen = await landmarker.analyse(videoFrame(camera), time, false);
        expect(seen?.at).to.equal(time);
        expect(seen?.faces).to.have.length(1);
      }
    });

    it('makes the still of the frame that was kept, not of later ones', async () => {
      const kept = await landmarker.analyse(videoFrame(await cameraShowing(FACE)), nextAt(), false);
      expect(landmarker.keep()).to.equal(true);
      await landmarker.analyse(videoFrame(emptyCamera()), nextAt(), false);
      const still = await landmarker.still(nextAt());
      expect([still.width, still.height]).to.deep.equal([810, 1080]);
      expect(still.quality).to.be.within(0.7, 0.95);
      expect(still.image.type).to.equal('image/jpeg');
      expect(still.image.size).to.be.within(1, 1_800_000);
      const picture = await createImageBitmap(still.image);
      expect([picture.width, picture.height]).to.deep.equal([810, 1080]);
      const [faceThen, faceNow] = [kept?.face?.box, still.observation.face?.box];
      expect(faceNow?.x).to.be.closeTo(faceThen?.x ?? NaN, 15);
      expect(faceNow?.height).to.be.closeTo(faceThen?.height ?? NaN, 15);
    });

    it('judges the still as one who has nothing but its file', async () => {
      const camera = await cameraShowing(FACE);
      await landmarker.analyse(videoFrame(camera), nextAt(), false);
      await landmarker.analyse(videoFrame(camera), nextAt(), false);
      landmarker.keep();
      const { image, observation } = await landmarker.still(nextAt());
      await landmarker.analyse(videoFrame(emptyCamera()), nextAt(), false);
      const alone = await landmarker.analyse(await createImageBitmap(image), nextAt(), false);
      expect(alone?.face).not.to.equal(null);
      expect(timeless(alone)).to.deep.equal(timeless(observation));
    });

    it('replaces the kept frame, also after it was kept twice', async () => {
      await landmarker.analyse(videoFrame(emptyCamera()), nextAt(), false);
      landmarker.keep();
      await landmarker.analyse(videoFrame(await cameraShowing(FACE)), nextAt(), false);
      landmarker.keep();
      landmarker.keep();
      expect((await landmarker.still(nextAt())).observation.faces).to.have.length(1);
    });

    it('does not keep a frame once the next one is under way', async () => {
      const camera = emptyCamera();
      await landmarker.analyse(videoFrame(camera), nextAt(), false);
      const next = landmarker.analyse(videoFrame(camera), nextAt(), false);
      expect(landmarker.keep()).to.equal(false);
      await next;
    });

    it('has nothing for a still after it was told to forget', async () => {
      await landmarker.analyse(videoFrame(emptyCamera()), nextAt(), false);
      landmarker.keep();
      landmarker.forget();
      const error = await captureErrorOf(() => landmarker.still(nextAt()));
      expect(error.code).to.equal('PHOTO_FAILED');
    });

    const cameras = [
      [
        { width: 640, height: 480 },
        { width: 450, height: 480 },
      ],
      [
        { width: 450, height: 450 },
        { width: 450, height: 450 },
      ],
      [
        { width: 720, height: 1280 },
        { width: 720, height: 960 },
      ],
      [
        { width: 3840, height: 2160 },
        { width: 960, height: 1280 },
      ],
    ] as const;
    for (const [camera, photo] of cameras) {
      it(`makes of ${camera.width}×${camera.height} a photo of ${photo.width}×${photo.height}`, async () => {
        const seen = await landmarker.analyse(videoFrame(await cameraShowing(FACE, camera)), nextAt(), false);
        expect(seen?.frame).to.deep.equal(photo);
        landmarker.keep();
        const { width, height, observation } = await landmarker.still(nextAt());
        expect({ width, height }).to.deep.equal(photo);
        expect(observation.faces).to.have.length(1);
      });
    }

    it('refuses a camera under 450 pixels, closes its frame and goes on', async () => {
      const small = videoFrame(emptyCamera({ width: 640, height: 448 }));
      const error = await captureErrorOf(() => landmarker.analyse(small, nextAt(), false));
      expect(error.code).to.equal('CAMERA_TOO_SMALL');
      expect(error.message).to.contain('640×448');
      expect(isClosed(small)).to.equal(true);
      const seen = await landmarker.analyse(videoFrame(await cameraShowing(FACE)), nextAt(), false);
      expect(seen?.faces).to.have.length(1);
    });
  });
}

function videoFrame(camera: OffscreenCanvas): VideoFrame {
  return new VideoFrame(camera, { timestamp: 0 });
}

function isClosed(frame: CameraFrame): boolean {
  return 'format' in frame ? frame.format === null : frame.width === 0;
}

/** What was measured, without when. */
function timeless(observation: Observation | null): unknown {
  return JSON.parse(JSON.stringify(observation, (key, value: unknown) => (key === 'at' ? 0 : value)));
}
