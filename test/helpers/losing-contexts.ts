import { watchWebglContexts } from './webgl-contexts.js';

/**
 * Loses the contexts of this worker when the page says so, and says that it did; by `?lose-at=1` and the like as soon as one is
 * asked for so often; by `?for-good` every later one too.
 */
const contexts = watchWebglContexts(OffscreenCanvas.prototype);
const { searchParams } = new URL(self.location.href);
const loseAt = Number(searchParams.get('lose-at'));
contexts.onMade = (count) => {
  if (count === loseAt) contexts.loseAll();
};
const page = new BroadcastChannel('lose-contexts');
page.addEventListener('message', () => {
  contexts.loseAll();
  if (searchParams.has('for-good')) contexts.onMade = () => contexts.loseAll();
  page.postMessage('lost');
});
