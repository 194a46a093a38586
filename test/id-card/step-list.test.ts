import { expect, fixture, html } from '@open-wc/testing';
import { CaptureError } from '../../src/core/errors.js';
import { showsText, stepList } from '../../src/id-card/step-list.js';

const denied = new CaptureError('CAMERA_DENIED', 'Made by the test.');

describe('the steps and the text of an error', () => {
  const own = { 'error.CAMERA_DENIED.text': 'Ask Siti at the counter.' };
  for (const [steps, messages, withText, items] of [
    [[], {}, true, 0],
    [['One.'], {}, true, 0],
    [['One.', 'Two.'], {}, false, 2],
    [['One.', 'Two.'], own, true, 2],
    [['One.', 'Two.'], { 'error.CAMERA_LOST.text': 'Of another error.' }, false, 2],
  ] as const) {
    it(`${steps.length} steps, ${Object.keys(messages).join() || 'no messages'}: ${items} listed, text ${withText}`, async () => {
      expect(showsText(denied, steps, messages)).to.equal(withText);
      const root = await fixture(html`<div>${stepList(steps)}</div>`);
      expect(root.querySelectorAll('li')).to.have.length(items);
    });
  }
});
