import { expect } from '@open-wc/testing';
import { ListenedElement } from '../../src/element/listened-element.js';

class Listened extends ListenedElement {
  get hears(): boolean {
    return this.listensTo('okay-frame');
  }
}
customElements.define('test-listened', Listened);

describe('ListenedElement', () => {
  const listener = () => undefined;
  let element: Listened;

  beforeEach(() => (element = new Listened()));

  it('hears nobody at first, and nobody who listens to something else', () => {
    element.addEventListener('okay-hint', listener);
    expect(element.hears).to.equal(false);
  });

  it('hears a listener until it is removed', () => {
    element.addEventListener('okay-frame', listener);
    expect(element.hears).to.equal(true);
    element.removeEventListener('okay-frame', listener);
    expect(element.hears).to.equal(false);
  });

  it('forgets one that listens once, after that once', () => {
    element.addEventListener('okay-frame', listener, { once: true });
    expect(element.hears).to.equal(true);
    element.dispatchEvent(new Event('okay-frame'));
    expect(element.hears).to.equal(false);
  });

  it('forgets one whose signal aborts', () => {
    const life = new AbortController();
    element.addEventListener('okay-frame', listener, { signal: life.signal });
    life.abort();
    expect(element.hears).to.equal(false);
  });
});
