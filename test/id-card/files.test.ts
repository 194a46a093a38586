import { expect } from '@open-wc/testing';
import { until } from '../helpers/capture-harness.js';
import { cardPhoto } from '../helpers/card-photo.js';
import { openIdCard, type IdCardHarness } from '../helpers/id-card-harness.js';

async function cardFile(type = 'image/jpeg'): Promise<File> {
  const photo = await cardPhoto();
  return new File([photo], 'card.jpg', { type });
}

function transferOf(...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  files.forEach((file) => transfer.items.add(file));
  return transfer;
}

describe('okay-id-card with files', () => {
  let page: IdCardHarness;

  beforeEach(async () => {
    page = await openIdCard();
  });

  const drag = (type: 'dragover' | 'dragleave' | 'drop', dataTransfer: DataTransfer) => {
    const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    page.element.dispatchEvent(event);
    return event;
  };
  const paste = (clipboardData: DataTransfer, target: EventTarget = document.body) => {
    const event = new ClipboardEvent('paste', {
      clipboardData,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    target.dispatchEvent(event);
    return event;
  };
  const given = async () => {
    await until(() => page.given.length > 0, 'the card');
    return page.given[0];
  };

  it('takes one from the file dialog', async () => {
    const input = page.root.querySelector('input');
    if (!input) throw new Error('There is no input.');
    input.files = transferOf(await cardFile()).files;
    input.dispatchEvent(new Event('change'));
    expect(await given()).to.include({ source: 'upload', width: 1012, height: 638 });
  });

  it('takes one that is dropped, and shows that it would', async () => {
    const transfer = transferOf(await cardFile());
    expect(drag('dragover', transfer).defaultPrevented).to.equal(true);
    await page.element.updateComplete;
    expect(page.root.textContent).to.contain('Let go to use this photo');
    expect(drag('drop', transfer).defaultPrevented, 'the browser does not open it').to.equal(true);
    expect(await given()).to.include({ source: 'upload' });
  });

  it('forgets one that is dragged away again', async () => {
    const transfer = transferOf(await cardFile());
    drag('dragover', transfer);
    drag('dragleave', transfer);
    await page.element.updateComplete;
    expect(page.root.textContent).not.to.contain('Let go to use this photo');
  });

  it('leaves dragged words alone', () => {
    const words = new DataTransfer();
    words.setData('text/plain', 'some words');
    expect(drag('dragover', words).defaultPrevented).to.equal(false);
    expect(drag('drop', words).defaultPrevented).to.equal(false);
  });

  it('says what is wrong with what is dropped', async () => {
    drag('drop', transferOf(new File(['words'], 'words.txt', { type: 'text/plain' })));
    await until(() => page.alert.includes('This file is not a photo'), 'the error');
    expect(page.given).to.deep.equal([]);
  });

  it('takes one that is pasted anywhere on the page', async () => {
    expect(paste(transferOf(await cardFile())).defaultPrevented).to.equal(true);
    expect(await given()).to.include({ source: 'upload' });
  });

  it('leaves what is pasted into a field to the field', async () => {
    const field = document.createElement('textarea');
    document.body.append(field);
    const event = paste(transferOf(await cardFile()), field);
    field.remove();
    expect(event.defaultPrevented).to.equal(false);
  });

  it('leaves pasted words, and everything while it is hidden or gone', async () => {
    const words = new DataTransfer();
    words.setData('text/plain', 'some words');
    expect(paste(words).defaultPrevented).to.equal(false);
    const photo = await cardFile();
    page.element.hidden = true;
    expect(paste(transferOf(photo)).defaultPrevented).to.equal(false);
    page.element.hidden = false;
    page.element.remove();
    expect(paste(transferOf(photo)).defaultPrevented).to.equal(false);
  });

  it('gives a pasted photo to one of two such elements only', async () => {
    const other = await openIdCard();
    paste(transferOf(await cardFile()));
    await given();
    await other.element.updateComplete;
    expect([page.given.length, other.given.length]).to.deep.equal([1, 0]);
  });

  it('shows a chosen file beside another way, without asking', async () => {
    await page.element.take(await cardFile());
    await page.element.updateComplete;
    expect(page.image?.alt).to.equal('The photo of your ID card');
    await page.press('Use another photo');
    expect(page.buttons).to.deep.equal(['Use the camera', 'Choose a photo']);
  });

  it('asks first where the host wants every photo reviewed', async () => {
    page.element.review = 'all';
    await page.element.take(await cardFile());
    await page.element.updateComplete;
    expect(page.given).to.deep.equal([]);
    expect(page.buttons).to.deep.equal(['Use this photo', 'Use another photo']);
    await page.press('Use this photo');
    expect(page.given).to.have.length(1);
    expect(page.buttons).to.deep.equal(['Use another photo']);
  });

  it('turns a photo upright by its EXIF, which then is gone', async () => {
    const upright = await cardPhoto();
    await page.element.take(await lyingByExif(upright));
    const card = await given();
    expect([card?.width, card?.height], 'orientation 6 stands').to.deep.equal([638, 1012]);
    expect(latin1(await (card?.image.arrayBuffer() ?? new ArrayBuffer(0)))).not.to.contain('Exif');
  });
});

const latin1 = (bytes: ArrayBuffer) => new TextDecoder('latin1').decode(bytes);

/** The JPEG with an EXIF segment that says orientation 6: turn it clockwise to see it upright. */
async function lyingByExif(jpeg: Blob): Promise<Blob> {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const content = [...new TextEncoder().encode('Exif\0\0'), ...tiff];
  const segment = Uint8Array.from([0xff, 0xe1, 0, content.length + 2, ...content]);
  const file = new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)], { type: 'image/jpeg' });
  if (!latin1(await file.arrayBuffer()).includes('Exif')) throw new Error('The file has no EXIF.');
  return file;
}
