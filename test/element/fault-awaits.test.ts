import { expect } from '@open-wc/testing';
import type { Landmarker } from '../../src/adapters/landmarker.js';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import type { Services } from '../../src/element/services.js';
import { cardPhoto } from '../helpers/card-photo.js';
import { emulator } from '../helpers/emulator.js';
import { FaultStage } from '../helpers/fault-stage.js';
import { Gate } from '../helpers/gate.js';
import { openLedger } from '../page/resource-ledger.js';

/** A place at which the element waits for something that it did not make. */
interface AwaitPoint {
  readonly waitsFor: string;
  /** Puts the gate in the way of the answer; what it returns takes it away again. */
  readonly block: (gate: Gate, services: Services) => Partial<Services> | (() => void);
  readonly properties?: Partial<OkayLiveCapture>;
  /** Goes as far as the gate. Default: presses the button. */
  readonly begin?: (stage: FaultStage, photo: Blob) => unknown;
}

const press = ({ page }: FaultStage) => page.press('Open the camera');
const DENIED = new DOMException('', 'NotAllowedError');
const IN_USE = new DOMException('', 'NotReadableError');

const POINTS: readonly AwaitPoint[] = [
  { waitsFor: 'getUserMedia', block: (gate) => replaced(navigator.mediaDevices, 'getUserMedia', gate) },
  {
    waitsFor: 'enumerateDevices',
    block: (gate) => replaced(navigator.mediaDevices, 'enumerateDevices', gate),
  },
  { waitsFor: 'play', block: (gate) => replaced(HTMLMediaElement.prototype, 'play', gate) },
  { waitsFor: 'the camera', block: (gate, { openCamera }) => ({ openCamera: gate.hold(openCamera) }) },
  {
    waitsFor: 'the list of cameras',
    block: (gate, { listCameras }) => ({ listCameras: gate.hold(listCameras) }),
  },
  {
    waitsFor: 'the engine',
    block: (gate, { openLandmarker }) => ({ openLandmarker: gate.hold(openLandmarker) }),
  },
  { waitsFor: 'what judges', block: (gate, { loadJudging }) => ({ loadJudging: gate.hold(loadJudging) }) },
  {
    waitsFor: 'a picture',
    block: (gate, { watchFrames }) => ({
      watchFrames: (...given) => ({ grab: gate.hold(watchFrames(...given).grab) }),
    }),
  },
  { waitsFor: 'its analysis', block: (gate, services) => landmarkerWith('analyse', gate, services) },
  { waitsFor: 'the still', block: (gate, services) => landmarkerWith('still', gate, services) },
  {
    waitsFor: 'the ID-card step',
    properties: { idCard: null },
    block: (gate, { loadIdCard }) => ({ loadIdCard: gate.hold(loadIdCard) }),
  },
  {
    waitsFor: 'the check of the card',
    block: (gate, { normaliseCard }) => ({ normaliseCard: gate.hold(normaliseCard) }),
  },
  { waitsFor: 'the answer', block: (gate, { submit }) => ({ submit: gate.hold(submit) }) },
  {
    waitsFor: 'fetch',
    block: (gate, services) => ({ fetch: gate.hold((...request) => services.fetch(...request)) }),
  },
  {
    waitsFor: 'the next try',
    begin: (stage) => {
      stage.page.element.endpoint = '/__broken/endpoint/busy-503';
      return press(stage);
    },
    block: (gate, { sleep }) => ({ sleep: gate.hold(sleep) }),
  },
  {
    waitsFor: 'the network',
    block: (gate) => {
      let isOffline = true;
      return {
        isOffline: () => isOffline,
        whenOnline: gate.hold(() => {
          isOffline = false;
          return Promise.resolve();
        }),
      };
    },
  },
  {
    waitsFor: 'another try of a camera that was in use',
    begin: async (stage) => {
      stage.camera.failWith(IN_USE);
      await press(stage);
      await stage.page.phase('blocked');
      stage.camera.failWith(null);
      stage.seconds(3);
    },
    block: (gate, { openCamera }) => {
      const again = gate.hold(openCamera);
      let asked = 0;
      return { openCamera: (...given) => ((asked += 1) === 1 ? openCamera : again)(...given) };
    },
  },
  ...(['normaliseCard', 'openLandmarker', 'loadJudging'] as const).map((service): AwaitPoint => ({
    waitsFor: `${service} of a photo from a file`,
    properties: { upload: true },
    begin: upload,
    block: (gate, services) => ({ [service]: gate.hold(services[service] as () => Promise<unknown>) }),
  })),
  ...(['analyse', 'still'] as const).map((work): AwaitPoint => ({
    waitsFor: `${work} of a photo from a file`,
    properties: { upload: true },
    begin: upload,
    block: (gate, services) => landmarkerWith(work, gate, services),
  })),
];

/** What the host does meanwhile. A stop does what a removal does. */
const DEEDS: Readonly<Record<string, (stage: FaultStage) => void>> = {
  moved: (stage) => stage.move(),
  removed: ({ page }) => page.element.remove(),
};

describe('while the element waits', () => {
  let photo: Blob;
  let stage: FaultStage;
  let unblock: () => void;
  let held = 0;
  const unhandled: unknown[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) =>
    unhandled.push('reason' in event ? event.reason : event.error);
  const ledger = openLedger();

  before(async () => {
    photo = await cardPhoto();
    // Fetched now, so that they come at once later, and what is wrong is seen in time.
    await Promise.all([
      import('../../src/adapters/landmarker.js'),
      import('../../src/adapters/card-image.js'),
      import('../../src/core/judged-frame.js'),
      import('../../src/element/counted-submit.js'),
      import('../../src/element/signal-watch.js'),
      import('../../src/element/uploaded-photo.js'),
    ]);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });

  afterEach(() => {
    unblock();
    stage.close();
    unhandled.length = 0;
  });

  after(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    const deeds = Object.keys(DEEDS).length;
    console.log(`Awaits: ${POINTS.length} points × ${deeds} deeds, ${held} held.`);
  });

  for (const { waitsFor, block, properties, begin = press } of POINTS) {
    for (const [deed, act] of Object.entries(DEEDS)) {
      it(`for ${waitsFor} and is ${deed}: the late answer does no harm`, async () => {
        const gate = new Gate();
        unblock = () => gate.open();
        stage = await FaultStage.open(photo, properties, (services) => {
          const blocked = block(gate, services);
          if (typeof blocked !== 'function') return blocked;
          unblock = blocked;
          return {};
        });
        const { element } = stage.page;
        await begin(stage, photo);
        await gate.reached;
        element.endpoint = emulator.endpoint;
        act(stage);
        // As late as can be: a moved element has its new camera and engine by then.
        if (stage.phase === 'preparing') await stage.page.phase('seeking');
        const told = stage.page.events.length;
        gate.open();
        await settled();
        expect(unhandled).to.deep.equal([]);
        if (deed === 'removed') expect(stage.phase).to.equal('idle');
        if (stage.phase === 'idle') {
          expect(stage.page.events.slice(told)).to.deep.equal([]);
          expect(element.value).to.equal(null);
          expectNothingHeld();
        }
        if (!element.isConnected) document.body.append(element);
        await stage.carryOn();
        expect((await emulator.requests()).at(-1)?.selfie?.bytes).to.equal(element.value?.size);
        element.remove();
        expectNothingHeld();
        expect(unhandled).to.deep.equal([]);
        held += 1;
      });
    }
  }

  function expectNothingHeld(): void {
    expect(stage.camera.liveTracks).to.equal(0);
    expect(ledger.held).to.deep.equal({ tracks: 0, workers: 0, frames: 0, objectUrls: 0 });
  }
});

/** Blocks a method of the browser's until the gate is used. */
function replaced<Name extends string>(
  owner: Record<Name, (...given: never[]) => Promise<unknown>>,
  name: Name,
  gate: Gate,
): () => void {
  const original = owner[name];
  const isOwn = Object.hasOwn(owner, name);
  const hold = gate.hold(
    (self: unknown, given: unknown[]) => Reflect.apply(original, self, given) as Promise<unknown>,
  );
  owner[name] = function (this: unknown, ...given: unknown[]) {
    return hold(this, given);
  };
  return () => {
    gate.open();
    if (isOwn) owner[name] = original;
    else Reflect.deleteProperty(owner, name);
  };
}

function landmarkerWith(
  work: 'analyse' | 'still',
  gate: Gate,
  { openLandmarker }: Services,
): Partial<Services> {
  const hold = gate.hold((call: () => Promise<unknown>) => call());
  return {
    openLandmarker: async (options) => {
      const landmarker = await openLandmarker(options);
      return new Proxy(landmarker, {
        get(target, name: keyof Landmarker) {
          if (name === work)
            return (...given: never[]) =>
              hold(() => Reflect.apply(target[work], target, given) as Promise<unknown>);
          const value = target[name];
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  };
}

async function upload(stage: FaultStage, photo: Blob): Promise<void> {
  stage.camera.failWith(DENIED);
  await press(stage);
  await stage.page.phase('blocked');
  await stage.page.chooseUpload(photo);
}

/** Whatever was waiting has gone on, and what it started too. */
async function settled(): Promise<void> {
  for (let pictures = 0; pictures < 3; pictures += 1) await new Promise(requestAnimationFrame);
}
