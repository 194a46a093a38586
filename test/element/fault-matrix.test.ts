import { expect } from '@open-wc/testing';
import { PHASE_NAMES, type PhaseName } from '../../src/types/capture.js';
import { cardPhoto } from '../helpers/card-photo.js';
import { emulator } from '../helpers/emulator.js';
import { FaultStage } from '../helpers/fault-stage.js';
import { orderWorkers } from '../helpers/worker-orders.js';

const HOUR_MS = 3_600_000;

/** What becomes of a phase: it stays, goes on by itself to a photo, or another screen with the code of its error. */
type End = 'stays' | 'goes on' | 'idle' | 'review' | 'done' | readonly ['blocked' | 'failed', string];

interface FaultRow {
  readonly fault: string;
  readonly inject: (stage: FaultStage) => void | Promise<void>;
  /** Makes it well again. */
  readonly mend?: (stage: FaultStage) => void;
  /** In the phases in which the camera runs: `preparing`, `seeking` and `holding`. */
  readonly watching: End;
  /** In the others. Default: nothing happens. */
  readonly others?: Partial<Record<PhaseName, End>>;
}

const LOST = ['blocked', 'CAMERA_LOST'] as const;
const BROKEN = ['failed', 'ENGINE_FAILED'] as const;
const KEPT = { review: 'review', 'id-card': 'review', submitting: 'review', failed: 'review' } as const;

const ROWS: readonly FaultRow[] = [
  { fault: 'track ended', inject: ({ camera }) => camera.unplug(), watching: LOST },
  {
    fault: 'camera muted for good',
    inject: (stage) => {
      stage.camera.mute(true);
      stage.seconds(4);
    },
    mend: ({ camera }) => camera.mute(false),
    watching: LOST,
  },
  {
    fault: 'camera muted for a moment',
    inject: (stage) => {
      stage.camera.mute(true);
      stage.seconds(2);
      stage.camera.mute(false);
      stage.seconds(2);
    },
    watching: 'goes on',
  },
  {
    fault: 'device swapped',
    inject: ({ camera }) => {
      camera.unplug();
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    },
    watching: 'goes on',
    others: { blocked: 'goes on' },
  },
  {
    fault: 'tab hidden for ten minutes and shown',
    inject: (stage) => {
      stage.isHidden = true;
      stage.jump(600_000);
      stage.seconds(600);
      stage.isHidden = false;
    },
    watching: 'goes on',
    others: { blocked: 'goes on' },
  },
  {
    fault: 'page frozen and resumed',
    inject: (stage) => {
      document.dispatchEvent(new Event('freeze'));
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      stage.jump(HOUR_MS);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      document.dispatchEvent(new Event('resume'));
    },
    watching: 'goes on',
  },
  { fault: 'worker crashed', inject: () => orderWorkers('crash'), watching: BROKEN },
  {
    fault: 'worker silent',
    inject: async (stage) => {
      const isAsked = isWatching(stage.phase);
      orderWorkers('be-silent');
      if (isAsked) await stage.secondsUntil('failed');
      else stage.seconds(60);
    },
    watching: BROKEN,
  },
  { fault: 'WebGL context lost for good', inject: () => orderWorkers('lose-context'), watching: BROKEN },
  { fault: 'out of memory', inject: () => orderWorkers('run-out-of-memory'), watching: BROKEN },
  { fault: 'clock set forward', inject: (stage) => stage.jump(HOUR_MS), watching: 'goes on' },
  { fault: 'clock set back', inject: (stage) => stage.jump(-HOUR_MS), watching: 'goes on' },
  {
    fault: 'element moved',
    inject: (stage) => stage.move(),
    watching: 'goes on',
    others: { ...KEPT, blocked: 'idle' },
  },
];

const isWatching = (phase: PhaseName) => phase === 'preparing' || phase === 'seeking' || phase === 'holding';

describe('fault matrix', () => {
  let card: Blob;
  let stage: FaultStage;
  const counts = { passed: 0, ends: new Map<string, number>() };

  before(async () => (card = await cardPhoto()));
  afterEach(() => stage.close());
  after(() => {
    const ends = [...counts.ends].map(([end, times]) => `${times} ${end}`).join(', ');
    console.log(
      `Fault matrix: ${ROWS.length} faults × ${PHASE_NAMES.length} phases, ${counts.passed} held: ${ends}.`,
    );
  });

  for (const { fault, inject, mend, watching, others = {} } of ROWS) {
    for (const phase of PHASE_NAMES) {
      const end = isWatching(phase) ? watching : (others[phase] ?? 'stays');
      const name = typeof end === 'string' ? end : end.join(' ');
      it(`${fault} while ${phase}: ${name}`, async () => {
        stage = await FaultStage.open(card);
        const codes: string[] = [];
        await stage.reach(phase);
        const photo = stage.photo;
        stage.page.element.addEventListener('okay-error', ({ error }) => codes.push(error.code));
        await inject(stage);
        await arrive(end, phase, codes);
        if (end !== 'goes on') expect(stage.photo?.size).to.equal(photo?.size);
        mend?.(stage);
        await stage.carryOn();
        if (photo) expect((await emulator.requests()).at(-1)?.selfie?.bytes).to.equal(photo.size);
        count(name);
      });
    }
  }

  async function arrive(end: End, phase: PhaseName, codes: readonly string[]): Promise<void> {
    if (typeof end === 'string') {
      if (end === 'stays') expect(stage.phase).to.equal(phase);
      else if (end !== 'goes on') await stage.page.phase(end);
      return;
    }
    const [ending, code] = end;
    await stage.page.phase(ending);
    expect(codes).to.deep.equal([code]);
    expect(stage.camera.liveTracks).to.equal(0);
    expect(stage.page.buttons).to.contain('Try again');
  }

  function count(end: string): void {
    counts.passed += 1;
    counts.ends.set(end, (counts.ends.get(end) ?? 0) + 1);
  }
});
