import { expect } from '@open-wc/testing';
import { GUARD_IDS } from '../../src/types/capture.js';
import { ScreenStage } from '../helpers/screen-stage.js';
import { until } from '../helpers/until.js';

describe('the report of debug', () => {
  let stage: ScreenStage;
  const { writeText } = navigator.clipboard;

  beforeEach(async () => {
    stage = await ScreenStage.open({});
    await stage.play('debug');
  });
  afterEach(() => {
    navigator.clipboard.writeText = writeText;
    stage.close();
  });

  const overlay = () => stage.element.shadowRoot?.querySelector('.debug');
  const press = () => overlay()?.querySelector('button')?.click();

  function check(text: string): void {
    const report = JSON.parse(text) as { phase: string; hint: string; verdicts: { guard: string }[] };
    expect(report.phase).to.equal('seeking');
    expect(report.hint).to.equal('FACE_TOO_SMALL');
    expect([...new Set(report.verdicts.map(({ guard }) => guard))]).to.have.members([...GUARD_IDS]);
    expect(report).to.have.property('framesASecond').that.is.greaterThan(0);
    expect(text).not.to.match(/data:|blob:|journey|base64/);
  }

  it('is copied as JSON, with every guard and nothing of picture or journey', async () => {
    // A page without focus may not write to the clipboard, and those of tests have none.
    let copied = '';
    navigator.clipboard.writeText = async (text) => void (copied = text);
    press();
    await until(() => overlay()?.textContent.includes('Copied') ?? false, 'the word that it is copied');
    check(copied);
  });

  it('is shown to be copied by hand where the clipboard is refused', async () => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Refused', 'NotAllowedError'));
    press();
    const shown = () => overlay()?.querySelector('textarea')?.value ?? '';
    await until(() => shown() !== '', 'the report');
    check(shown());
  });
});
