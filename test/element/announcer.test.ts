import { expect } from '@open-wc/testing';
import { ANNOUNCE_MS, Announcer } from '../../src/element/announcer.js';

/** A clock that a test moves. */
function handClock() {
  let now = 0;
  let due: { at: number; callback: () => void } | null = null;
  return {
    now: () => now,
    setTimeout: (callback: () => void, ms: number) => (due = { at: now + ms, callback }),
    clearTimeout: () => (due = null),
    move(ms: number) {
      now += ms;
      if (!due || due.at > now) return;
      const { callback } = due;
      due = null;
      callback();
    },
  };
}

describe('Announcer', () => {
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  let clock: ReturnType<typeof handClock>;
  let announcer: Announcer;

  beforeEach(() => {
    clock = handClock();
    announcer = new Announcer(host, clock);
  });

  it('says the first text at once', () => {
    announcer.say('Move closer');
    expect(announcer.text).to.equal('Move closer');
  });

  it('says the next one two seconds later, and not before', () => {
    announcer.say('Move closer');
    announcer.say('Look straight ahead');
    clock.move(ANNOUNCE_MS - 1);
    expect(announcer.text).to.equal('Move closer');
    clock.move(1);
    expect(announcer.text).to.equal('Look straight ahead');
  });

  it('counts from when a busy page shows the text', async () => {
    let show: (shown: boolean) => void = () => undefined;
    const updateComplete = new Promise<boolean>((resolve) => (show = resolve));
    announcer = new Announcer({ ...host, updateComplete }, clock);
    announcer.say('Move closer');
    announcer.say('Look straight ahead');
    clock.move(300);
    show(true);
    await updateComplete;
    clock.move(ANNOUNCE_MS - 1);
    expect(announcer.text).to.equal('Move closer');
    clock.move(1);
    expect(announcer.text).to.equal('Look straight ahead');
  });

  it('says only the newest of those that wait', () => {
    announcer.say('one');
    announcer.say('two');
    announcer.say('three');
    clock.move(ANNOUNCE_MS);
    expect(announcer.text).to.equal('three');
    clock.move(ANNOUNCE_MS);
    expect(announcer.text).to.equal('three');
  });

  it('keeps quiet where what it said is true again', () => {
    announcer.say('one');
    announcer.say('two');
    announcer.say('one');
    clock.move(ANNOUNCE_MS);
    expect(announcer.text).to.equal('one');
  });

  it('says nothing after the element was removed', () => {
    announcer.say('one');
    announcer.say('two');
    announcer.hostDisconnected();
    clock.move(ANNOUNCE_MS);
    expect(announcer.text).to.equal('one');
  });
});
