import { noCanvas } from './off-screen-canvases.js';
import type { Canvases } from './surface.js';

/** Canvases of a page: elements that are never shown, which have WebGL where off-screen ones have none. */
export const pageCanvases: Canvases = {
  webgl2() {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2', { antialias: false });
    return context && { canvas, context };
  },
  surface({ width, height }) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw noCanvas(width, height);
    return { canvas, image: canvas, context };
  },
};
