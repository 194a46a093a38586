import { expect } from '@open-wc/testing';
import { CaptureError } from '../../src/core/errors.js';
import { PACE } from '../../src/core/pace.js';
import {
  MAX_REFUSALS,
  next,
  type CaptureState,
  type JudgedFrame,
  type Plan,
  type Signal,
} from '../../src/core/phase.js';
import { NO_STALL } from '../../src/core/stall.js';
import { CALM } from '../../src/core/steady.js';
import { PHASE_NAMES, type GuardId, type GuardVerdict, type PhaseName } from '../../src/types/capture.js';

const { holdMs: HOLD_MS, refusalMs: REFUSAL_MS } = PACE;
const PLAN: Plan = { review: false, needsCard: false, posts: true, hasPhoto: true, pace: PACE };
const ERROR = new CaptureError('ENDPOINT_FAILED', 'The endpoint answered 500.');
const HINT = { code: 'EYES_CLOSED', message: 'Eyes are closed', text: 'Open them.' };
const REFUSED: Signal = { kind: 'refused', hint: HINT, maybeCard: true, error: ERROR };

const verdict = (guard: GuardId): GuardVerdict => ({
  guard,
  measure: 'default',
  value: 0,
  limit: 1,
  pass: false,
  message: guard,
});
const seen = (at: number, guard?: GuardId): Signal => {
  const wanted = guard ? verdict(guard) : null;
  const frame: JudgedFrame = {
    frameId: at,
    at,
    verdicts: wanted ? [wanted] : [],
    wanted,
    onlyBlink: guard === 'EYES_CLOSED',
    score: 0.5,
  };
  return { kind: 'frame', frame };
};
const run = (signals: readonly Signal[], plan: Plan = PLAN, from: CaptureState = { phase: 'idle' }) =>
  signals.reduce((state, signal) => next(state, signal, plan), from);

const START: Signal[] = [{ kind: 'start' }, { kind: 'ready' }];
const HELD: Signal[] = [...START, seen(0), seen(HOLD_MS)];
const PHOTO: Signal[] = [...HELD, { kind: 'photo' }];

describe('phase', () => {
  describe('the way of a capture', () => {
    for (const [name, signals, phase, plan] of [
      ['begins idle', [], 'idle', {}],
      ['prepares', [{ kind: 'start' }], 'preparing', {}],
      ['seeks when camera and engine are ready', START, 'seeking', {}],
      ['seeks on while a guard fails', [...START, seen(0, 'FACE_NOT_FOUND')], 'seeking', {}],
      ['holds when every guard passes', [...START, seen(0)], 'holding', {}],
      ['seeks again when one fails', [...START, seen(0), seen(500, 'FACE_TOO_SMALL')], 'seeking', {}],
      ['holds on through a blink', [...START, seen(0), seen(500, 'EYES_CLOSED')], 'holding', {}],
      ['still holds while the photo is being made', HELD, 'holding', {}],
      ['reviews where asked to', PHOTO, 'review', { review: true }],
      ['asks for the card', PHOTO, 'id-card', { needsCard: true }],
      ['posts', PHOTO, 'submitting', {}],
      ['is done where nothing is posted', PHOTO, 'done', { posts: false }],
      ['is done where nothing is posted, without a card', PHOTO, 'done', { posts: false, needsCard: true }],
      ['is done with the answer', [...PHOTO, { kind: 'answered' }], 'done', {}],
      ['stops from anywhere', [...PHOTO, { kind: 'stop' }], 'idle', {}],
    ] as const satisfies [string, readonly Signal[], PhaseName, Partial<Plan>][]) {
      it(name, () => {
        expect(run(signals, { ...PLAN, ...plan }).phase).to.equal(phase);
      });
    }
  });

  it('takes the photo 1000 ms after the first passing frame and not before', () => {
    const before = run([...START, seen(0), seen(HOLD_MS - 1)]);
    expect(before).to.include({ phase: 'holding', taking: null });
    expect(next(before, seen(HOLD_MS), PLAN)).to.include({ phase: 'holding', taking: 'auto' });
  });

  it('looks at no frame while the photo is being made', () => {
    const taking = run(HELD);
    expect(next(taking, seen(HOLD_MS + 30, 'FACE_NOT_FOUND'), PLAN)).to.equal(taking);
  });

  it('seeks with the reason when the photo itself fails', () => {
    const frame = { ...(seen(HOLD_MS, 'IMAGE_BLURRED') as Extract<Signal, { kind: 'frame' }>).frame };
    const state = run([...HELD, { kind: 'spoiled', frame }]);
    expect(state.phase).to.equal('seeking');
    expect('steady' in state && state.steady.failing).to.deep.equal(new Set(['IMAGE_BLURRED/default']));
  });

  it('takes a frame by hand at once, whatever fails', () => {
    const state = run([...START, seen(0, 'IMAGE_TOO_DARK'), { kind: 'shutter', frameId: 0, at: 0 }]);
    expect(state).to.include({ phase: 'holding', taking: 'manual' });
  });

  describe('a refusal by the server', () => {
    const refused = run([...PHOTO, REFUSED]);
    const seeking = next(refused, { kind: 'ready' }, PLAN);

    it('opens the camera again and carries the hint', () => {
      expect(refused.phase).to.equal('preparing');
      expect('refusal' in refused && refused.refusal?.hint).to.equal(HINT);
    });

    it('keeps the next hold from beginning until it could be read', () => {
      const shown = next(seeking, seen(5000), PLAN);
      expect(shown.phase).to.equal('seeking');
      expect(next(shown, seen(5000 + REFUSAL_MS - 1), PLAN).phase).to.equal('seeking');
      expect(next(shown, seen(5000 + REFUSAL_MS), PLAN).phase).to.equal('holding');
    });

    it('lets the card be changed instead, and posts the same photo then', () => {
      const card = next(seeking, { kind: 'change-card' }, { ...PLAN, needsCard: true });
      expect(card.phase).to.equal('id-card');
      expect(next(card, { kind: 'proceed' }, PLAN).phase).to.equal('submitting');
    });

    it('offers no other card where the selfie was at fault', () => {
      const ours = run([...PHOTO, { ...REFUSED, maybeCard: false }, { kind: 'ready' }]);
      expect(next(ours, { kind: 'change-card' }, PLAN)).to.equal(ours);
    });

    it('asks the person after three in a row', () => {
      const again: Signal[] = [
        REFUSED,
        { kind: 'ready' },
        seen(0, 'EYES_CLOSED'),
        seen(REFUSAL_MS),
        seen(REFUSAL_MS + HOLD_MS),
        { kind: 'photo' },
      ];
      const rounds = Array.from({ length: MAX_REFUSALS - 1 }, () => again).flat();
      const last = run([...PHOTO, ...rounds]);
      expect(last.phase).to.equal('submitting');
      expect(next(last, REFUSED, PLAN)).to.deep.equal({ phase: 'failed', error: ERROR });
    });
  });

  describe('after a failure', () => {
    const failed = run([...PHOTO, { kind: 'failed', error: ERROR }]);

    it('sends the same photo again', () => {
      expect(next(failed, { kind: 'proceed' }, PLAN).phase).to.equal('submitting');
    });

    it('has nothing to send without a photo', () => {
      expect(next(failed, { kind: 'proceed' }, { ...PLAN, hasPhoto: false })).to.equal(failed);
    });

    it('takes another photo', () => {
      expect(next(failed, { kind: 'retake' }, PLAN).phase).to.equal('preparing');
    });

    it('takes another card', () => {
      expect(next(failed, { kind: 'change-card' }, PLAN).phase).to.equal('id-card');
    });
  });

  it('goes back to the photo when the person cancels the request', () => {
    expect(run([...PHOTO, { kind: 'cancel' }]).phase).to.equal('review');
  });

  it('begins anew with another camera, and keeps what the server said', () => {
    const refused = run([...PHOTO, REFUSED, { kind: 'ready' }, { kind: 'reopen' }]);
    expect(refused.phase).to.equal('preparing');
    expect('refusal' in refused && refused.refusal?.hint).to.equal(HINT);
  });

  it('takes a photo from a file where the camera cannot be had, and reviews it where asked to', () => {
    const blocked = run([{ kind: 'start' }, { kind: 'blocked', error: ERROR }]);
    expect(next(blocked, { kind: 'uploaded' }, PLAN).phase).to.equal('submitting');
    expect(next(blocked, { kind: 'uploaded' }, { ...PLAN, review: true }).phase).to.equal('review');
  });

  it('is blocked by a camera that cannot be had, and begins again when it can', () => {
    const blocked = run([{ kind: 'start' }, { kind: 'blocked', error: ERROR }]);
    expect(blocked.phase).to.equal('blocked');
    expect(next(blocked, { kind: 'start' }, PLAN).phase).to.equal('preparing');
  });

  it('keeps a photo that is put elsewhere in the page, and never sends it by itself', () => {
    const moved = (wasDone: boolean, hasPhoto: boolean) =>
      next({ phase: 'idle' }, { kind: 'moved', wasDone }, { ...PLAN, hasPhoto }).phase;
    expect(moved(false, true)).to.equal('review');
    expect(moved(true, true)).to.equal('done');
    expect(moved(false, false)).to.equal('idle');
  });

  it('lets nobody wait for a clock that went back', () => {
    const refused = run([...PHOTO, REFUSED, { kind: 'ready' }, seen(1_000_000)]);
    expect(refused.phase).to.equal('seeking');
    expect(next(refused, seen(5), PLAN).phase).to.equal('holding');
  });

  describe('moves', () => {
    /** Where each phase may lead; the contract's line, with failures, stop and retake. */
    const ALLOWED: Record<PhaseName, readonly PhaseName[]> = {
      idle: ['preparing', 'review', 'id-card', 'submitting', 'done'],
      preparing: ['seeking', 'id-card', 'blocked', 'failed', 'idle'],
      seeking: [
        'preparing',
        'holding',
        'review',
        'id-card',
        'submitting',
        'done',
        'blocked',
        'failed',
        'idle',
      ],
      holding: [
        'preparing',
        'seeking',
        'review',
        'id-card',
        'submitting',
        'done',
        'blocked',
        'failed',
        'idle',
      ],
      review: ['id-card', 'submitting', 'done', 'preparing', 'failed', 'idle'],
      'id-card': ['submitting', 'done', 'review', 'preparing', 'failed', 'idle'],
      submitting: ['done', 'preparing', 'review', 'failed', 'idle'],
      done: ['submitting', 'id-card', 'preparing', 'failed', 'idle'],
      blocked: ['preparing', 'review', 'id-card', 'submitting', 'done', 'failed', 'idle'],
      failed: ['review', 'submitting', 'id-card', 'preparing', 'done', 'idle'],
    };
    const refusal = { hint: HINT, maybeCard: true, count: 1, since: 0 };
    const hold = { since: 0, at: 0, best: { frameId: 1, score: 1 }, blinkSince: null };
    const STATES: readonly CaptureState[] = [
      { phase: 'idle' },
      ...[null, refusal].flatMap((was): CaptureState[] => [
        { phase: 'preparing', refusal: was },
        { phase: 'seeking', steady: CALM, refusal: was, stall: NO_STALL },
        { phase: 'holding', steady: CALM, refusal: was, stall: NO_STALL, hold, taking: null },
        { phase: 'holding', steady: CALM, refusal: was, stall: NO_STALL, hold, taking: 'auto' },
        { phase: 'review', refusal: was },
        { phase: 'id-card', refusal: was },
        { phase: 'submitting', refusal: was },
      ]),
      { phase: 'done' },
      { phase: 'blocked', error: ERROR },
      { phase: 'failed', error: ERROR },
    ];
    const SIGNALS: readonly Signal[] = [
      ...START,
      seen(1),
      seen(9000, 'FACE_NOT_FOUND'),
      seen(9000, 'EYES_CLOSED'),
      seen(9000),
      { kind: 'shutter', frameId: 1, at: 1 },
      { kind: 'spoiled', frame: (seen(1, 'IMAGE_BLURRED') as Extract<Signal, { kind: 'frame' }>).frame },
      ...(
        [
          'photo',
          'uploaded',
          'reopen',
          'proceed',
          'retake',
          'change-card',
          'cancel',
          'answered',
          'stop',
        ] as const
      ).map((kind) => ({
        kind,
      })),
      REFUSED,
      { kind: 'moved', wasDone: false },
      { kind: 'moved', wasDone: true },
      { kind: 'blocked', error: ERROR },
      { kind: 'failed', error: ERROR },
    ];
    const PLANS: readonly Plan[] = Array.from({ length: 16 }, (_, bits) => ({
      review: (bits & 1) > 0,
      needsCard: (bits & 2) > 0,
      posts: (bits & 4) > 0,
      hasPhoto: (bits & 8) > 0,
      pace: PACE,
    }));

    for (const phase of PHASE_NAMES) {
      it(`lead from ${phase} only to ${ALLOWED[phase].join(', ')}`, () => {
        const reached = new Set<PhaseName>();
        for (const state of STATES.filter((one) => one.phase === phase)) {
          for (const signal of SIGNALS)
            for (const plan of PLANS) reached.add(next(state, signal, plan).phase);
        }
        reached.delete(phase);
        expect([...reached].sort()).to.deep.equal([...ALLOWED[phase]].sort());
      });
    }
  });
});
