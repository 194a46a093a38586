/** The landmark worker in a browser that takes its WebGL contexts away. */
import './losing-contexts.js';
import '../../src/adapters/landmarker.worker.js';
