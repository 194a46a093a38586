import { expect } from '@open-wc/testing';
import { emptyRoom, installCanvasCamera, type CanvasCamera } from '../helpers/canvas-camera.js';
import { until } from '../helpers/capture-harness.js';
import { cardPhoto } from '../helpers/card-photo.js';
import { cardScene, type CardSceneOptions } from '../helpers/card-scene.js';
import { openIdCard, type IdCardHarness } from '../helpers/id-card-harness.js';

describe('okay-id-card with a camera', () => {
  let camera: CanvasCamera;
  let page: IdCardHarness;
  const show = (options: CardSceneOptions) => camera.show(pictureOf(options));

  beforeEach(async () => {
    camera = installCanvasCamera();
    camera.show(emptyRoom);
    page = await openIdCard();
  });

  afterEach(() => camera.uninstall());

  it('asks for the camera that looks away, and only when told to', async () => {
    expect(camera.requests).to.deep.equal([]);
    await page.press('Use the camera');
    await page.sees('Show the card');
    expect(camera.requests).to.have.length(1);
    expect(camera.requests[0]?.video).to.include({ facingMode: 'environment' });
  });

  it('leads from an empty table to a photo that it takes by itself, and gives it when it is used', async () => {
    await page.press('Use the camera');
    await page.sees('Show the card');
    show({ fill: 0.45 });
    await page.sees('Move closer');
    show({ fill: 0.95 });
    await page.sees('Move back a little');
    show({ fill: 0.74 });
    await page.offers('Use this photo');
    expect(camera.liveTracks, 'the camera is let go').to.equal(0);
    expect(page.given).to.deep.equal([]);
    await page.press('Use this photo');
    const [card] = page.given;
    if (!card) throw new Error('Nothing was given.');
    expect(card).to.include({ source: 'auto' });
    expect(card.faults).to.deep.equal([]);
    expect(card.detail).to.include({ source: 'auto', width: card.width });
    expect(card.image.type).to.equal('image/jpeg');
    expect(Math.min(card.width, card.height)).to.be.at.least(450);
    const [table, band, ground, photo] = await coloursOf(card.image, [
      [0.5, 0.03],
      [0.5, 0.13],
      [0.9, 0.85],
      [0.15, 0.8],
    ]);
    expect(table, 'some table around the card').to.equal('brown');
    expect(band, 'the band is above').to.equal('blue');
    expect(ground).to.equal('pale');
    expect(photo, 'the portrait is at the left: not mirrored').to.equal('brown');
  });

  for (const [what, options, line] of [
    ['a tilted card', { tiltDeg: 10 }, 'Hold it straight'],
    ['a reflection', { glare: 0.2 }, 'Avoid the reflection'],
    ['a dark room', { brightness: 0.2 }, 'Find more light'],
    ['a blurred picture', { blurPx: 8 }, 'Not sharp yet'],
  ] as const satisfies [string, CardSceneOptions, string][]) {
    it(`says "${line}" for ${what}, and takes no photo of it by itself`, async () => {
      show(options);
      await page.press('Use the camera');
      await page.sees(line);
      expect(page.buttons).to.include('Take the photo');
      show({});
      await page.offers('Use this photo');
    });
  }

  it('takes a photo by hand whatever is wrong, and says what that was', async () => {
    show({ glare: 0.2 });
    await page.press('Use the camera');
    await page.sees('Avoid the reflection');
    await page.press('Take the photo');
    await page.offers('Use this photo');
    await page.press('Use this photo');
    expect(page.given[0]).to.include({ source: 'manual' });
    expect(page.given[0]?.faults).to.deep.equal(['glare']);
  });

  it('opens the camera again for another photo', async () => {
    show({});
    await page.press('Use the camera');
    await page.offers('Use this photo');
    camera.show(emptyRoom);
    await page.press('Retake');
    await page.sees('Show the card');
    expect(camera.liveTracks).to.equal(1);
    expect(page.given).to.deep.equal([]);
  });

  it('gives the photo at once where the host wants no review', async () => {
    page.element.review = 'off';
    show({});
    await page.press('Use the camera');
    await until(() => page.given.length > 0, 'the card');
    expect(page.buttons).to.deep.equal(['Use another photo']);
  });

  it('has a frame for a passport’s page', async () => {
    page.element.format = 'passport';
    await page.press('Use the camera');
    await page.sees('Show the photo page');
    show({ format: 'passport' });
    await page.offers('Use this photo');
    await page.press('Use this photo');
    const { width = 0, height = 1 } = page.given[0] ?? {};
    expect(width / height).to.be.closeTo(125 / 88, 0.02);
  });

  describe('lets the camera go', () => {
    beforeEach(async () => {
      await page.press('Use the camera');
      await page.sees('Show the card');
      expect(camera.liveTracks).to.equal(1);
    });

    it('when it is closed', async () => {
      await page.press('Close the camera');
      expect(camera.liveTracks).to.equal(0);
      expect(page.buttons).to.deep.equal(['Use the camera', 'Choose a photo']);
    });

    it('when the element is removed', () => {
      page.element.remove();
      expect(camera.liveTracks).to.equal(0);
    });

    it('when a file is given instead', async () => {
      await page.element.take(await cardPhoto());
      expect(camera.liveTracks).to.equal(0);
      expect(page.given).to.have.length(1);
    });

    it('while the element is hidden, and opens it again after', async () => {
      page.element.hidden = true;
      await until(() => camera.liveTracks === 0, 'the camera to be let go');
      page.element.hidden = false;
      await until(() => camera.liveTracks === 1, 'the camera to be opened again');
      await page.sees('Show the card');
    });

    it('while the page is hidden, and opens it again after', async () => {
      setVisibility('hidden');
      expect(camera.liveTracks).to.equal(0);
      setVisibility(null);
      await until(() => camera.liveTracks === 1, 'the camera to be opened again');
    });
  });

  it('lets the camera go when it is removed while the camera opens', async () => {
    await page.press('Use the camera');
    page.element.remove();
    await until(() => camera.requests.length === 1 && camera.liveTracks === 0, 'the camera to be let go');
  });

  it('lets the camera go when it is removed while the photo is taken', async () => {
    await page.press('Use the camera');
    await page.sees('Show the card');
    await page.press('Take the photo');
    page.element.remove();
    expect(camera.liveTracks).to.equal(0);
    expect(page.given).to.deep.equal([]);
  });

  for (const [name, title] of [
    ['NotAllowedError', 'The camera is not allowed'],
    ['NotFoundError', 'No camera found'],
    ['NotReadableError', 'The camera is busy'],
  ] as const) {
    it(`says "${title}" and still takes a file`, async () => {
      camera.failWith(new DOMException('', name));
      await page.press('Use the camera');
      await until(() => page.alert.includes(title), title);
      expect(page.buttons).to.deep.equal(['Use the camera', 'Choose a photo']);
      await page.element.take(await cardPhoto());
      expect(page.given).to.have.length(1);
      await page.element.updateComplete;
      expect(page.alert).to.equal('');
    });
  }

  it('lists the steps for this browser, in words that the host may replace', async () => {
    page.element.messages = { 'step.again': 'Come back, please.' };
    camera.failWith(new DOMException('', 'NotAllowedError'));
    await page.press('Use the camera');
    await until(() => page.steps.length > 0, 'the steps');
    expect(page.steps).to.deep.equal([
      'Press the sign at the left of the page’s address.',
      'Find “Camera” there, and switch it on or choose “Allow”.',
      'Come back, please.',
    ]);
    expect(page.alert, 'under the title').to.match(/^The camera is not allowed\s*Press the sign/);
    await expect(page.element).to.be.accessible();
  });

  it('goes on by itself when the camera is there again, and waits no more after that', async () => {
    camera.failWith(new DOMException('', 'NotFoundError'));
    await page.press('Use the camera');
    await until(() => page.alert !== '', 'the error');
    camera.failWith(null);
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await page.sees('Show the card');
    expect(page.alert).to.equal('');
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    expect([camera.requests.length, camera.liveTracks]).to.deep.equal([2, 1]);
  });

  it('says that the camera went away, and lets it go', async () => {
    await page.press('Use the camera');
    await page.sees('Show the card');
    camera.unplug();
    await until(() => page.alert.includes('The camera stopped'), 'the error');
    expect(camera.liveTracks).to.equal(0);
  });

  it('says that the camera’s picture is too small', async () => {
    camera.uninstall();
    camera = installCanvasCamera({ width: 640, height: 360 });
    await page.press('Use the camera');
    await until(() => page.alert.includes('too small'), 'the error');
    expect(camera.liveTracks).to.equal(0);
  });
});

function setVisibility(state: DocumentVisibilityState | null): void {
  if (state) Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  else Reflect.deleteProperty(document, 'visibilityState');
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Drawn once: the camera paints it thirty times a second. */
function pictureOf(options: CardSceneOptions): Parameters<CanvasCamera['show']>[0] {
  let picture: OffscreenCanvas | null = null;
  return (context, size) => {
    if (!picture) {
      picture = new OffscreenCanvas(size.width, size.height);
      const drawn = picture.getContext('2d');
      if (!drawn) throw new Error('This browser has no 2d canvas.');
      cardScene(options)(drawn, size);
    }
    context.drawImage(picture, 0, 0);
  };
}

/** Colours at places of an image, in shares of its size, by the name of what the scene paints. */
async function coloursOf(image: Blob, places: readonly (readonly [number, number])[]): Promise<string[]> {
  const bitmap = await createImageBitmap(image);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('This browser has no 2d canvas.');
  context.drawImage(bitmap, 0, 0);
  return places.map(([x, y]) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(
      Math.round(x * bitmap.width),
      Math.round(y * bitmap.height),
      1,
      1,
    ).data;
    if (green > 190) return 'pale';
    if (blue > red + 40) return 'blue';
    return red > blue + 10 ? 'brown' : `${red},${green},${blue}`;
  });
}
