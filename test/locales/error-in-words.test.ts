import { expect } from '@open-wc/testing';
import { CaptureError } from '../../src/core/errors.js';
import { errorInWords } from '../../src/element/hint.js';
import { LOCALES } from '../../src/locales/locales.js';

describe('errorInWords', () => {
  const hint = {
    code: 'FACE_TOO_SMALL',
    message: 'Relative face size is too small',
    text: 'documented',
    direction: 'closer',
  } as const;

  it('says the sentence in the language of the page, and keeps all else', async () => {
    const texts = await LOCALES.vi.load();
    const error = new CaptureError('FACE_TOO_SMALL', 'why', {
      hint,
      cause: 'cause',
      raw: { a: 1 },
      status: 400,
      recoverable: true,
    });
    const said = errorInWords(error, texts);
    expect(said).to.be.instanceOf(CaptureError);
    expect(said.hint).to.deep.equal({ ...hint, text: texts['sentence.FACE_TOO_SMALL.relative'] });
    const { code, message, cause, raw, status, recoverable, stack } = error;
    expect(said).to.include({ code, message, cause, raw, status, recoverable, stack });
  });

  it('hands on an error without a hint as it is', async () => {
    const error = new CaptureError('CAMERA_LOST', 'why');
    expect(errorInWords(error, await LOCALES.vi.load())).to.equal(error);
  });
});
