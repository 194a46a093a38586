import { analysisSize, captureFrame } from '../../../src/core/capture-frame.js';
import { lookAtFace } from '../../../src/core/cover.js';
import { eyeAspects } from '../../../src/core/eyes.js';
import { readFacePatch, type PixelSource } from '../../../src/core/face-patch.js';
import { boundsOf, landmarksToPixels } from '../../../src/core/geometry.js';
import { FACE_OVAL } from '../../../src/core/landmarks.js';
import { observe } from '../../../src/core/observe.js';
import { poseFromLandmarks } from '../../../src/core/pose.js';
import { presenceLogit } from '../../../src/core/presence.js';
import { measureSharpness } from '../../../src/core/sharpness.js';
import { findSkin, measureLight } from '../../../src/core/skin.js';
import { measureTones } from '../../../src/core/tones.js';
import { openEngine, type Engine } from '../../../src/adapters/engine.js';
import { offScreenCanvases } from '../../../src/adapters/off-screen-canvases.js';
import { PhotoReader } from '../../../src/adapters/photo-pixels.js';
import { PhotoSlots, sizeOf } from '../../../src/adapters/photo-slots.js';
import { resize } from '../../../src/adapters/surface.js';
import type { StepAnswer } from './step-answer.js';

declare const self: DedicatedWorkerGlobalScope;

/** What the element's worker does with a frame, one step after the other, with a clock between them. */
const at = (path: string) => new URL(path, self.location.origin).href;
const opening = openEngine({
  wasmLoaderUrl: at('/okay/mediapipe/wasm/vision_wasm_module_internal.js'),
  wasmBinaryUrl: at('/okay/mediapipe/wasm/vision_wasm_module_internal.wasm'),
  modelUrl: at('/okay/mediapipe/face_landmarker.task'),
  delegate: 'cpu',
  canvases: offScreenCanvases,
  fetch: (...request) => self.fetch(...request),
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
const smallest = { width: 1, height: 1 };
const photos = new PhotoSlots(offScreenCanvases);
const canvas = offScreenCanvases.surface(smallest);
const reader = new PhotoReader(offScreenCanvases);
const answer = (message: StepAnswer) => self.postMessage(message);
const durations: Record<string, number> = {};

self.addEventListener('message', async ({ data: frame }: MessageEvent<VideoFrame>) => {
  try {
    answer({ durations: await stepsOf(await opening, frame) });
  } catch (error) {
    answer({ failure: String(error) });
  } finally {
    frame.close();
  }
});

async function stepsOf(engine: Engine, frame: VideoFrame): Promise<Record<string, number>> {
  const begun = performance.now();
  const cut = captureFrame(sizeOf(frame));
  if (!cut) throw new Error('The film is too small.');
  const photo = await photos.take(0, frame, cut);
  durations['crop of the frame'] = performance.now() - begun;

  const thumbnail = timed('thumbnail', () => reader.thumbnail(photo));
  const { width, height } = analysisSize(photo.size);
  const picture = timed('smaller picture for the engine', () => {
    if (height === photo.size.height && photo.pixels) return photo.pixels;
    resize(canvas, { width, height });
    canvas.context.imageSmoothingQuality = 'low';
    canvas.context.drawImage(photo.surface.image, 0, 0, width, height);
    return canvas.context.getImageData(0, 0, width, height);
  });
  const detections = timed('engine, with its landmarks as numbers', () => engine.detect(picture, begun));

  const source = reader.of(photo);
  const pixels: PixelSource = {
    read: (region, size) => timed('face patch', () => source.read(region, size)),
  };
  const start = performance.now();
  const observation = observe({
    at: begun,
    photo: photo.size,
    detections,
    thumbnail,
    pixels,
    wantLandmarks: false,
  });
  const observing = performance.now() - start;
  durations['all measures, without the read'] = observing - (durations['face patch'] ?? 0);
  timed('answer', () => structuredClone(observation));

  const [face] = detections;
  const points = face && landmarksToPixels(face.landmarks, photo.size);
  const pose = face && poseFromLandmarks(face.landmarks, photo.size);
  if (!face || !points || !pose) return durations;
  // Once more, each by itself.
  const box = boundsOf(points, FACE_OVAL);
  const region = readFacePatch(source, box, points);
  const read = region.pixels;
  const patch = timed('· luma and half size', () => readFacePatch({ read: () => read }, box, points));
  const skin = timed('· skin', () => findSkin(patch));
  if (!skin) return durations;
  const light = timed('· light', () => measureLight(skin, pose));
  const presence = presenceLogit(face.landmarks);
  const eyeAspect = eyeAspects(points, pose);
  timed('· covers and lids', () => lookAtFace(patch, skin, { presenceLogit: presence, eyeAspect }));
  timed('· tones', () => measureTones(patch));
  timed('· sharpness', () => measureSharpness(patch, light.medianLuma));
  return durations;
}

function timed<Result>(step: string, work: () => Result): Result {
  const start = performance.now();
  const result = work();
  durations[step] = performance.now() - start;
  return result;
}
