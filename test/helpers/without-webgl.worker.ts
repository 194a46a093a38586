/** The landmark worker in a browser whose workers have no WebGL, as in WebKitGTK. */
import './no-webgl.js';
import '../../src/adapters/landmarker.worker.js';
