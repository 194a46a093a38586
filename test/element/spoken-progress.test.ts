import { expect } from '@open-wc/testing';
import { ScreenStage } from '../helpers/screen-stage.js';
import { until } from '../helpers/until.js';

describe('what okay-live-capture speaks of its progress', () => {
  let stage: ScreenStage;

  const said = () => stage.element.shadowRoot?.querySelector('[aria-live]')?.textContent ?? '';
  afterEach(() => stage.close());

  it('is the quarter that is sent, with accessible', async () => {
    stage = await ScreenStage.open({ accessible: true });
    await stage.play('sending-half');
    await until(() => said().includes('25%'), `the share of what is sent instead of "${said()}"`);
    expect(said()).to.equal('Sending, 25%');
  });

  it('is in the language of the element', async () => {
    stage = await ScreenStage.open({ accessible: true, lang: 'ar' });
    await stage.play('sending-half');
    const share = new Intl.NumberFormat('ar', { style: 'percent' }).format(0.25);
    await until(() => said().includes(share), `${share} instead of "${said()}"`);
  });

  it('is nothing without accessible, and the step all the same', async () => {
    stage = await ScreenStage.open({});
    await stage.play('sending-half');
    await until(() => said().startsWith('Sending'), 'the step');
    expect(said()).to.equal('Sending');
  });

  it('is the outcome too, with accessible', async () => {
    stage = await ScreenStage.open({ accessible: true });
    await stage.play('done-mismatch');
    await until(() => said().includes('The faces do not match'), 'the outcome');
  });
});
