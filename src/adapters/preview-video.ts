/** Made once and put into the page while it is needed, so that a new rendering never restarts the picture. */
export function previewVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.setAttribute('part', 'video');
  // A picture with no words in it: the text beside it says what to do.
  video.setAttribute('aria-hidden', 'true');
  return video;
}
