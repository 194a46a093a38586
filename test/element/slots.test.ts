import { expect } from '@open-wc/testing';
import { ScreenStage } from '../helpers/screen-stage.js';
import { SLOT_SCENES } from '../helpers/theming-scenes.js';

/** What is in the element's own tree between the tags of a slot: seen only where the host gives nothing. */
const own = (slot: HTMLSlotElement) => [...slot.children].filter((child) => child.checkVisibility());

describe('the slots of okay-live-capture', () => {
  let stage: ScreenStage;

  before(async () => {
    stage = await ScreenStage.open({});
  });
  afterEach(() => stage.element.replaceChildren());
  after(() => stage.close());

  /** The slot as a person finds it in the state that it is for. */
  async function shown(name: string): Promise<HTMLSlotElement> {
    await stage.play(SLOT_SCENES[name] ?? 'start');
    const { shadowRoot, phase } = stage.element;
    const slot = shadowRoot?.querySelector<HTMLSlotElement>(`slot[name="${name}"]`);
    if (!slot) throw new Error(`There is no slot ${name} in ${phase}.`);
    return slot;
  }

  for (const name of Object.keys(SLOT_SCENES)) {
    it(`${name}: what the host puts there is seen, and nothing of ours`, async () => {
      const content = document.createElement('p');
      Object.assign(content, { slot: name, textContent: `Of the host: ${name}` });
      stage.element.append(content);
      const slot = await shown(name);
      expect(slot.assignedElements()).to.deep.equal([content]);
      expect(content.checkVisibility()).to.equal(true);
      expect(content.getBoundingClientRect().height).to.be.greaterThan(0);
      expect(own(slot)).to.have.length(0);
    });

    it(`${name}: has ours where the host puts nothing`, async () => {
      const slot = await shown(name);
      // The one that is added to a screen, and has none of its own.
      if (name === 'error') expect(own(slot)).to.have.length(0);
      else expect(own(slot)).not.to.have.length(0);
    });
  }
});
