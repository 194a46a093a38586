/** What a page holds at a moment; all of it is 0 where everything was let go. */
export interface Held {
  /** Camera tracks that still run. */
  readonly tracks: number;
  /** Workers that were started and not ended. */
  readonly workers: number;
  /** `VideoFrame`s and `ImageBitmap`s that were neither closed nor handed over. */
  readonly frames: number;
  readonly objectUrls: number;
}

export interface Ledger {
  readonly held: Held;
  /** How many of each there have been, so that a test knows that it looked at anything. */
  readonly ever: Held;
}

/**
 * Writes down from now on what the page opens and lets go. Call it before the element's script runs, and after a scripted
 * camera is in its place.
 */
export function openLedger(): Ledger {
  const tracks = noteTracks();
  const workers = noteWorkers();
  const frames = noteFrames();
  const objectUrls = noteObjectUrls();
  const entries = { tracks, workers, frames, objectUrls };
  const count = (of: 'held' | 'ever'): Held => ({
    tracks: entries.tracks[of],
    workers: entries.workers[of],
    frames: entries.frames[of],
    objectUrls: entries.objectUrls[of],
  });
  return {
    get held() {
      return count('held');
    },
    get ever() {
      return count('ever');
    },
  };
}

/** Things of one kind; those that are over are forgotten, so that the ledger itself holds nothing for long. */
class Entries<Thing> {
  ever = 0;
  readonly #things = new Set<Thing>();
  readonly #isOver: (thing: Thing) => boolean;

  constructor(isOver: (thing: Thing) => boolean = () => false) {
    this.#isOver = isOver;
  }

  get held(): number {
    for (const thing of this.#things) if (this.#isOver(thing)) this.#things.delete(thing);
    return this.#things.size;
  }

  add(thing: Thing): void {
    if (this.held >= 0) this.#things.add(thing);
    this.ever += 1;
  }

  remove(thing: Thing): void {
    this.#things.delete(thing);
  }
}

function noteTracks(): Entries<MediaStreamTrack> {
  const entries = new Entries<MediaStreamTrack>(({ readyState }) => readyState === 'ended');
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    for (const track of stream.getTracks()) entries.add(track);
    return stream;
  };
  return entries;
}

function noteWorkers(): Entries<Worker> {
  const entries = new Entries<Worker>();
  globalThis.Worker = new Proxy(Worker, {
    construct(target, words, newTarget) {
      const worker = Reflect.construct(target, words, newTarget) as Worker;
      entries.add(worker);
      worker.terminate = () => {
        entries.remove(worker);
        target.prototype.terminate.call(worker);
      };
      return worker;
    },
  });
  return entries;
}

function noteFrames(): Entries<VideoFrame | ImageBitmap> {
  const entries = new Entries<VideoFrame | ImageBitmap>((frame) =>
    'codedWidth' in frame ? frame.codedWidth === 0 : frame.width === 0,
  );
  if (typeof VideoFrame === 'function') {
    globalThis.VideoFrame = new Proxy(VideoFrame, {
      construct(target, words, newTarget) {
        const frame = Reflect.construct(target, words, newTarget) as VideoFrame;
        entries.add(frame);
        return frame;
      },
    });
  }
  noteReads((value) => {
    if (typeof VideoFrame === 'function' && value instanceof VideoFrame) entries.add(value);
  });
  globalThis.createImageBitmap = new Proxy(createImageBitmap, {
    async apply(target, self, words) {
      const bitmap = (await Reflect.apply(target, self, words)) as ImageBitmap;
      entries.add(bitmap);
      return bitmap;
    },
  });
  return entries;
}

/** A camera's track gives its frames by a stream. */
function noteReads(note: (value: unknown) => void): void {
  const { prototype } = ReadableStreamDefaultReader;
  prototype.read = new Proxy(prototype.read, {
    async apply(target, self, words) {
      const result = (await Reflect.apply(target, self, words)) as ReadableStreamReadResult<unknown>;
      note(result.value);
      return result;
    },
  });
}

function noteObjectUrls(): Entries<string> {
  const entries = new Entries<string>();
  const create = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (source) => {
    const url = create(source);
    entries.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    entries.remove(url);
    revoke(url);
  };
  return entries;
}
