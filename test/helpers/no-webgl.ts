/** Takes WebGL from off-screen canvases, in whatever realm this is loaded. */
Object.defineProperty(OffscreenCanvas.prototype, 'getContext', { value: () => null });
export {};
