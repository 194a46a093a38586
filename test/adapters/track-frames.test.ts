import { expect } from '@open-wc/testing';
import { watchFrames } from '../../src/adapters/frames.js';
import { TrackFrames } from '../../src/adapters/track-frames.js';
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

  function watchTrack(): TrackFrames {
    const frames = TrackFrames.watch(video, onPicture, life.signal);
    if (!frames) throw new Error('This browser reads no track.');
    return frames;
  }

  it('come from its track, the newest one once', async () => {
    const frames = watchTrack();
    await nextPicture();
    const frame = frames.takeNewest();
    expect([frame?.displayWidth, frame?.displayHeight]).to.deep.equal([640, 480]);
    frame?.close();
    expect(frames.takeNewest()).to.equal(null);
  });

  it('come from the video where it turns what the camera gives', async () => {
    const frames = watchTrack();
    await nextPicture();
    const shown = { videoWidth: 480, videoHeight: 640 };
    for (const [side, value] of Object.entries(shown)) Object.defineProperty(video, side, { value });
    expect(frames.takeNewest()).to.equal(null);
    const camera = watchFrames(video, onPicture, life.signal);
    await nextPicture();
    const frame = await camera.grab();
    expect(frame, 'all the same').to.be.instanceOf(VideoFrame);
    frame.close();
  });

  it('are let go when the next one comes, and in the end', async () => {
    const frames = watchTrack();
    await nextPicture();
    await nextPicture();
    life.abort();
    expect(frames.takeNewest()).to.equal(null);
    const before = pictures;
    for (let turn = 0; turn < 3; turn += 1) {
      paint('rgb(0, 0, 0)');
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    expect(pictures).to.equal(before);
  });

  it('are those that the camera sees, soon after it sees them', async () => {
    const frames = watchTrack();
    await nextPicture();
    let blue: number | undefined = 0;
    await until(() => {
      paint('rgb(10, 10, 220)');
      const frame = frames.takeNewest();
      if (frame) blue = blueOf(frame);
      frame?.close();
      return (blue ?? 0) > 150;
    }, 'the blue picture');
  });

  it('belong to whoever watches, however many watch one video', async () => {
    const [one, other] = [watchTrack(), watchTrack()];
    await until(() => {
      paint('rgb(200, 30, 30)');
      return pictures > 3;
    }, 'pictures for both');
    const frames = [one.takeNewest(), other.takeNewest()];
    expect(frames.map((frame) => frame?.displayWidth)).to.deep.equal([640, 640]);
    frames.forEach((frame) => frame?.close());
  });

  it('are taken from the video where the track has given none', async () => {
    const frame = await watchFrames(video, onPicture, life.signal).grab();
    expect('displayWidth' in frame && frame.displayWidth).to.equal(640);
    frame.close();
  });

  it('are left to the video where there is no track, or none that can be read', () => {
    const watch = (shown: HTMLVideoElement) => TrackFrames.watch(shown, onPicture, life.signal);
    expect(watch(document.createElement('video'))).to.equal(null);
    const { MediaStreamTrackProcessor } = globalThis as { MediaStreamTrackProcessor?: unknown };
    Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor');
    try {
      expect(watch(video)).to.equal(null);
    } finally {
      Reflect.set(globalThis, 'MediaStreamTrackProcessor', MediaStreamTrackProcessor);
    }
  });
});
