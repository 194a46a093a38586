import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';

describe('okay-live-capture attributes', () => {
  it('have the documented defaults', async () => {
    const element = await fixture<OkayLiveCapture>(html`<okay-live-capture></okay-live-capture>`);
    expect(element).to.include({
      dialect: 'portal-v1-1',
      liveness: true,
      idCardMode: 'ask',
      autoStart: false,
      review: false,
      delegate: 'cpu',
      required: false,
      debug: false,
      idCard: null,
    });
    expect([element.endpoint, element.journeyId, element.apiKey]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('set the documented properties', async () => {
    const element = await fixture<OkayLiveCapture>(
      html`<okay-live-capture
        endpoint="/api/okayface"
        dialect="face-v2"
        journey-id="7851"
        liveness="off"
        id-card="provided"
        id-card-format="passport"
        review
        asset-base="/okay/"
        model-url="/google.task"
        delegate="gpu"
        device-id="front"
        debug
      ></okay-live-capture>`,
    );
    expect(element).to.include({
      endpoint: '/api/okayface',
      dialect: 'face-v2',
      journeyId: '7851',
      liveness: false,
      idCardMode: 'provided',
      idCardFormat: 'passport',
      review: true,
      assetBase: '/okay/',
      modelUrl: '/google.task',
      delegate: 'gpu',
      deviceId: 'front',
      debug: true,
    });
  });

  it('take no API key, which would be public in the markup', async () => {
    const element = await fixture<OkayLiveCapture>(
      html`<okay-live-capture api-key="k" apikey="k"></okay-live-capture>`,
    );
    expect(element.apiKey).to.equal(undefined);
  });

  it('throw a RangeError that names the limit', async () => {
    const element = await fixture<OkayLiveCapture>(html`<okay-live-capture></okay-live-capture>`);
    expect(() => (element.limits = { maxYawDeg: 900 })).to.throw(RangeError, 'maxYawDeg');
    expect(element.limits).to.deep.equal({});
  });

  it('are accessible on the start screen', async () => {
    const element = await fixture<OkayLiveCapture>(html`<okay-live-capture></okay-live-capture>`);
    await expect(element).to.be.accessible();
  });
});
