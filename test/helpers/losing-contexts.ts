import { watchWebglContexts } from './webgl-contexts.js';

/** Loses the contexts of this worker when the page says so, or by `?lose-at-start` the engine's as soon as it is made. */
const contexts = watchWebglContexts(OffscreenCanvas.prototype);
new BroadcastChannel('lose-contexts').addEventListener('message', () => contexts.loseAll());
if (new URL(self.location.href).searchParams.has('lose-at-start')) {
  contexts.onMade = (count) => {
    // The first one only shows that there is WebGL, and is given back.
    if (count === 2) contexts.loseAll();
  };
}
