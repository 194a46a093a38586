import { expect } from '@open-wc/testing';
import { resolveEndpoint } from '../../src/okayface/endpoint.js';
import { captureErrorOf } from '../helpers/failure.js';

const BASE = 'https://shop.example/checkout/identity';

describe('resolveEndpoint', () => {
  for (const [endpoint, base, href] of [
    ['/api/okayface', BASE, 'https://shop.example/api/okayface'],
    ['okayface', BASE, 'https://shop.example/checkout/okayface'],
    ['?relay=1', BASE, 'https://shop.example/checkout/identity?relay=1'],
    ['https://relay.example/x', BASE, 'https://relay.example/x'],
    ['http://localhost:5173/api', BASE, 'http://localhost:5173/api'],
    ['http://127.0.0.1/api', BASE, 'http://127.0.0.1/api'],
    ['http://[::1]:80/api', BASE, 'http://[::1]/api'],
    ['http://demo.localhost/api', BASE, 'http://demo.localhost/api'],
    ['/api', 'http://localhost:5173/', 'http://localhost:5173/api'],
  ] as const) {
    it(`takes ${endpoint} from ${base}`, () => {
      expect(resolveEndpoint(endpoint, base).href).to.equal(href);
    });
  }

  for (const [endpoint, base, reason] of [
    ['', BASE, 'not a URL'],
    ['   ', BASE, 'not a URL'],
    ['https://', BASE, 'not a URL'],
    ['/api', 'about:blank', 'not a URL'],
    ['http://relay.example/x', BASE, 'https'],
    ['http://localhost.example/x', BASE, 'https'],
    ['http://127.0.0.2/x', BASE, 'https'],
    ['/api', 'http://192.168.0.9/', 'https'],
    ['ftp://relay.example/x', BASE, 'https'],
    ['data:text/plain,x', BASE, 'https'],
    ['javascript:alert(1)', BASE, 'https'],
    ['blob:https://shop.example/1', BASE, 'https'],
    ['https://user@relay.example/x', BASE, 'user name'],
    ['https://:password@relay.example/x', BASE, 'password'],
  ] as const) {
    it(`refuses ${JSON.stringify(endpoint)} from ${base}`, async () => {
      const error = await captureErrorOf(() => resolveEndpoint(endpoint, base));
      expect(error.code).to.equal('ENDPOINT_INVALID');
      expect(error.message).to.contain(reason);
      expect(error.recoverable).to.equal(false);
    });
  }

  it('shows neither query nor credentials', async () => {
    const error = await captureErrorOf(() =>
      resolveEndpoint('http://me:hush@relay.example/x?token=hush', BASE),
    );
    expect(error.message).to.contain('relay.example/x').and.not.to.contain('hush');
  });
});
