import { expect } from '@open-wc/testing';
import { grabFrame, watchFrames } from '../../src/adapters/frames.js';
import { takeNewest, watchTrack } from '../../src/adapters/track-frames.js';
import { until } from '../helpers/until.js';

describe('the pictures of a camera', () => {
  let canvas: HTMLCanvasElement;
  let video: HTMLVideoElement;
  let life: AbortController;
  let pictures: number;
  const onPicture = () => (pictures += 1);

  beforeEach(async () => {
    pictures = 0;
    life = new AbortController();
    canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    video = Object.assign(document.createElement('video'), { muted: true });
    paint('rgb(200, 30, 30)');
    video.srcObject = canvas.captureStream(30);
    paint('rgb(200, 30, 30)');
    await video.play();
  });
  afterEach(() => {
    life.abort();
    for (const track of tracks()) track.stop();
  });

  const tracks = () => (video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : []);
  function paint(colour: string): void {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('There is no 2D context.');
    context.fillStyle = colour;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  /** A canvas gives its stream a picture only after it was drawn on. */
  async function nextPicture(colour = 'rgb(200, 30, 30)'): Promise<void> {
    const before = pictures;
    await until(() => {
      paint(colour);
      return pictures > before;
    }, 'a picture');
  }
  function blueOf(frame: CanvasImageSource): number | undefined {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(frame, 0, 0, 1, 1);
    return context?.getImageData(0, 0, 1, 1).data[2];
  }

  it('come from its track, the newest one once', async () => {
    expect(watchTrack(video, onPicture, life.signal)).to.equal(true);
    await nextPicture();
    const frame = takeNewest(video);
    expect([frame?.displayWidth, frame?.displayHeight]).to.deep.equal([640, 480]);
    frame?.close();
    expect(takeNewest(video)).to.equal(null);
  });

  it('come from the video where it turns what the camera gives', async () => {
    watchTrack(video, onPicture, life.signal);
    await nextPicture();
    const shown = { videoWidth: 480, videoHeight: 640 };
    for (const [side, value] of Object.entries(shown)) Object.defineProperty(video, side, { value });
    expect(takeNewest(video)).to.equal(null);
    await nextPicture();
    const frame = await grabFrame(video);
    expect(frame, 'all the same').to.be.instanceOf(VideoFrame);
    frame.close();
  });

  it('are let go when the next one comes, and in the end', async () => {
    watchTrack(video, onPicture, life.signal);
    await nextPicture();
    await nextPicture();
    life.abort();
    expect(takeNewest(video)).to.equal(null);
    const before = pictures;
    for (let turn = 0; turn < 3; turn += 1) {
      paint('rgb(0, 0, 0)');
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    expect(pictures).to.equal(before);
  });

  it('are those that the camera sees, soon after it sees them', async () => {
    watchFrames(video, onPicture, life.signal);
    await nextPicture();
    let blue: number | undefined = 0;
    await until(() => {
      paint('rgb(10, 10, 220)');
      const frame = takeNewest(video);
      if (frame) blue = blueOf(frame);
      frame?.close();
      return (blue ?? 0) > 150;
    }, 'the blue picture');
  });

  it('are taken from the video where the track has given none', async () => {
    const frame = await grabFrame(video);
    expect('displayWidth' in frame && frame.displayWidth).to.equal(640);
    frame.close();
  });

  it('are left to the video where there is no track, or none that can be read', () => {
    expect(watchTrack(document.createElement('video'), onPicture, life.signal)).to.equal(false);
    const { MediaStreamTrackProcessor } = globalThis as { MediaStreamTrackProcessor?: unknown };
    Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor');
    try {
      expect(watchTrack(video, onPicture, life.signal)).to.equal(false);
    } finally {
      Reflect.set(globalThis, 'MediaStreamTrackProcessor', MediaStreamTrackProcessor);
    }
  });
});
