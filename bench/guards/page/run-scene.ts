import { firstFailure, judge } from '../../../src/core/guards.js';
import { mergeLimits } from '../../../src/core/limits.js';
import { verdictKey } from '../../../src/core/steady.js';
import type { Observation } from '../../../src/types/frame.js';
import type { RunOptions, SceneResult } from '../result.js';
import { isRight } from '../tally.js';
import { addNoise, throughJpeg } from './camera-flaws.js';
import type { BenchEngine } from './engine.js';
import { patchOf } from './patch.js';
import type { Scene } from './scene.js';
import type { Shot } from './shot.js';
import { contextOf, newCanvas } from './stage.js';

const LIMITS = mergeLimits();

/** Draws a scene, shows it to the analyser and judges what it sees. */
export async function runScene(
  scene: Scene,
  engine: BenchEngine,
  { pictures = false, patches = false }: RunOptions,
): Promise<SceneResult> {
  const { shot, picture } = await drawn(scene);
  // The networks that are shipped were fitted to these, on some of which the mesh does not lie still yet.
  const observation = await (patches ? engine.second(picture) : engine.settled(picture));
  const expect = typeof scene.expect === 'function' ? scene.expect(shot) : scene.expect;
  const result = { ...judged(scene, observation), expect };
  const isMiss = !isRight(result);
  return {
    ...result,
    picture: isMiss || pictures ? thumbnail(picture) : null,
    patch: patches ? patchOf(picture, observation, shot) : null,
    observation: patches ? withoutLandmarks(observation) : null,
  };
}

/** Frames for which a scene is shown in a film: a fifth of a second. */
const FILMED_FRAMES = 3;

/** Shows scenes to an engine that goes on comparing faces with how they were. */
export async function filmScenes(scenes: readonly Scene[], engine: BenchEngine): Promise<string[][]> {
  const failing: string[][] = [];
  for (const [number, scene] of scenes.entries()) {
    const { picture } = await drawn(scene);
    let observation = await (number === 0 ? engine.settled(picture) : engine.observe(picture));
    for (let frame = 1; frame < FILMED_FRAMES; frame += 1) observation = await engine.observe(picture);
    const failed = judge(observation, LIMITS).filter(({ pass }) => !pass);
    failing.push(failed.map(verdictKey));
  }
  return failing;
}

async function drawn(scene: Scene): Promise<{ shot: Shot; picture: HTMLCanvasElement | ImageBitmap }> {
  const shot = scene.draw();
  const { noiseSigma, jpegQuality } = scene.flaws;
  if (noiseSigma > 0) addNoise(shot, noiseSigma);
  return { shot, picture: jpegQuality === null ? shot.canvas : await throughJpeg(shot.canvas, jpegQuality) };
}

function judged(
  scene: Scene,
  observation: Observation,
): Omit<SceneResult, 'expect' | 'picture' | 'patch' | 'observation'> {
  const verdicts = judge(observation, scene.limits ? mergeLimits(scene.limits) : LIMITS);
  const hint = firstFailure(verdicts);
  const { face } = observation;
  return {
    id: scene.id,
    kind: scene.kind,
    file: scene.person.file,
    group: scene.person.group,
    skinLuma: scene.person.skinLuma,
    reason: scene.reason ?? null,
    hint: hint && verdictKey(hint),
    failing: verdicts.filter(({ pass }) => !pass).map(verdictKey),
    values: Object.fromEntries(verdicts.map((verdict) => [verdictKey(verdict), verdict.value])),
    pose: face?.pose ?? null,
    truth: scene.truth ?? null,
    eyeAspect: face && [face.eyeAspect.left, face.eyeAspect.right],
    presenceLogit: face?.presenceLogit ?? null,
  };
}

function withoutLandmarks({ landmarks: _, ...rest }: Observation): Observation {
  return rest;
}

function thumbnail(picture: HTMLCanvasElement | ImageBitmap): string {
  const height = 240;
  const small = newCanvas({ width: 0.75 * height, height });
  const width = (picture.width / picture.height) * height;
  contextOf(small).drawImage(picture, (small.width - width) / 2, 0, width, height);
  return small.toDataURL('image/jpeg', 0.8);
}
