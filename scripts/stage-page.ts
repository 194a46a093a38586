import type { Page } from 'playwright-core';
import type { SceneName } from '../test/helpers/screen-scenes.ts';

const STAGE = '/test/helpers/screen-stage.ts';
const SCENES = '/test/helpers/screen-scenes.ts';

interface Raised {
  stage: { play(scene: SceneName): Promise<void> };
}

/** Puts the element on its stage into a page of the demo's server that is empty. */
export async function raiseStage(page: Page): Promise<void> {
  await page.evaluate(async (module) => {
    const { ScreenStage } = (await import(module)) as {
      ScreenStage: { open(properties: object): Promise<Raised['stage']> };
    };
    Object.assign(window, { stage: await ScreenStage.open({}) });
  }, STAGE);
}

/** The names of every state. */
export function sceneNames(page: Page): Promise<readonly SceneName[]> {
  return page.evaluate(async (module) => {
    const { SCENE_NAMES } = (await import(module)) as { SCENE_NAMES: readonly SceneName[] };
    return SCENE_NAMES;
  }, SCENES);
}

/** Brings the element into a state, and waits until what fades in has done so; a ring goes on. */
export async function playScene(page: Page, scene: SceneName): Promise<void> {
  await page.evaluate((wanted) => (window as unknown as Raised).stage.play(wanted), scene);
  await page.waitForTimeout(450);
}
