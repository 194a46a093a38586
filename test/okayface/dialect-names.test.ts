import { expect } from '@open-wc/testing';
import { takesCard } from '../../src/okayface/dialect-names.js';
import { DIALECTS } from '../../src/okayface/dialects.js';

describe('takesCard', () => {
  for (const { id, fields } of Object.values(DIALECTS)) {
    it(`${id}: as its row of the table says`, () => {
      expect(takesCard(id)).to.equal(fields.card !== null);
    });
  }

  it('an unknown dialect takes none', () => {
    expect(takesCard('face-v9')).to.equal(false);
  });
});
