/** What the person can hear and feel. */
export type FeedbackKind = 'holding' | 'photo' | 'success' | 'failure';

/** Frequency in hertz and length in milliseconds of each tone, one after the other; rising is good. */
const TONES: Readonly<Record<FeedbackKind, readonly (readonly [hz: number, ms: number])[]>> = {
  holding: [[523, 80]],
  photo: [
    [659, 90],
    [880, 150],
  ],
  success: [
    [659, 90],
    [784, 90],
    [1047, 200],
  ],
  failure: [
    [330, 160],
    [262, 220],
  ],
};

/** Milliseconds on and off, as `navigator.vibrate` takes them. */
const VIBRATIONS: Readonly<Record<FeedbackKind, readonly number[]>> = {
  holding: [20],
  photo: [50],
  success: [40, 60, 40],
  failure: [200],
};

/** Loud enough to be heard at arm's length, of 1. */
const LOUDNESS = 0.12;
/** A tone that begins or ends at once clicks. */
const FADE_S = 0.012;

/** What of the page makes itself heard and felt. */
export interface FeedbackPage {
  /** @throws where the browser has no sound */
  readonly openAudio: () => BaseAudioContext & { close?(): Promise<void> };
  readonly vibrate: (pattern: number[]) => void;
}

/** Plays tones and vibrations; what the device cannot do is left out, since nothing depends on it. */
export class FeedbackPlayer {
  readonly #page: FeedbackPage;
  #audio: ReturnType<FeedbackPage['openAudio']> | null = null;

  constructor(page: FeedbackPage = thisPage) {
    this.#page = page;
  }

  sound(kind: FeedbackKind): void {
    this.#audio ??= this.#page.openAudio();
    const audio = this.#audio;
    let at = audio.currentTime;
    for (const [hz, ms] of TONES[kind]) {
      const end = at + ms / 1000;
      const oscillator = new OscillatorNode(audio, { frequency: hz });
      const gain = new GainNode(audio, { gain: 0 });
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(LOUDNESS, at + FADE_S);
      gain.gain.setValueAtTime(LOUDNESS, end - FADE_S);
      gain.gain.linearRampToValueAtTime(0, end);
      oscillator.connect(gain).connect(audio.destination);
      oscillator.start(at);
      oscillator.stop(end);
      at = end;
    }
  }

  vibrate(kind: FeedbackKind): void {
    this.#page.vibrate([...VIBRATIONS[kind]]);
  }

  /** Lets the sound device go. */
  close(): void {
    void this.#audio?.close?.();
    this.#audio = null;
  }
}

const thisPage: FeedbackPage = {
  openAudio: () => new AudioContext(),
  // Neither iPhones nor Firefox vibrate.
  vibrate: (pattern) => void (navigator as Partial<Navigator>).vibrate?.(pattern),
};
