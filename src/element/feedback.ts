import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OkayPhaseEvent, OkayResultEvent } from './events.js';
import type { FeedbackKind, FeedbackPlayer } from './feedback-player.js';
import { LazyPart } from '../adapters/lazy-part.js';
import { loadPart } from '../adapters/load-part.js';

/** An element that says by `feedback` what it wants: `tones`, `vibration`, both or nothing. */
export interface FeedbackHost extends ReactiveControllerHost, HTMLElement {
  readonly feedback: string;
}

/** Lets progress and success be heard and felt, where the host asks for it. */
export class Feedback implements ReactiveController {
  readonly #host: FeedbackHost;
  readonly #player: LazyPart<FeedbackPlayer>;
  #life = new AbortController();

  /** @param load Default: the player in a chunk of its own. */
  constructor(host: FeedbackHost, load: () => Promise<FeedbackPlayer> = loadPlayer) {
    this.#host = host;
    this.#player = new LazyPart(host, load);
    host.addController(this);
  }

  hostConnected(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const onPhase = ({ phase, previous }: OkayPhaseEvent) => this.#give(feedbackOf(phase, previous));
    const onResult = ({ verdict: { matched, live } }: OkayResultEvent) =>
      this.#give(matched === false || live === false ? 'failure' : 'success');
    this.#host.addEventListener('okay-phase', onPhase, { signal });
    this.#host.addEventListener('okay-result', onResult, { signal });
  }

  hostDisconnected(): void {
    this.#life.abort();
    if (this.#host.feedback) this.#player.get()?.close();
  }

  #give(kind: FeedbackKind | null): void {
    const wanted = this.#host.feedback.split(/\s+/);
    if (!wanted.includes('tones') && !wanted.includes('vibration')) return;
    // Asked for from the first phase on, so that it is there when there is something to say.
    const player = this.#player.get();
    if (!player || !kind) return;
    if (wanted.includes('tones')) player.sound(kind);
    if (wanted.includes('vibration')) player.vibrate(kind);
  }
}

function feedbackOf(phase: string, previous: string): FeedbackKind | null {
  if (phase === 'holding') return 'holding';
  if (phase === 'blocked' || phase === 'failed') return 'failure';
  const isTaken = previous === 'holding' && phase !== 'seeking' && phase !== 'preparing' && phase !== 'idle';
  return isTaken ? 'photo' : null;
}

async function loadPlayer(): Promise<FeedbackPlayer> {
  const { FeedbackPlayer } = await loadPart('Tones and vibration', () => import('./feedback-player.js'));
  return new FeedbackPlayer();
}
