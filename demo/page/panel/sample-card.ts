/** Draws a card that is nobody's: what a host that already has the card would set as `idCard`. */
export async function drawSampleCard(): Promise<Blob> {
  const canvas = new OffscreenCanvas(1012, 638);
  const context = canvas.getContext('2d');
  if (!context) throw new TypeError('This browser cannot draw the sample card.');
  context.fillStyle = '#dfe9e4';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#9db5aa';
  context.fillRect(60, 140, 300, 400);
  for (const top of [160, 230, 300]) context.fillRect(420, top, 480, 28);
  context.fillStyle = '#16211c';
  context.font = '600 48px system-ui, sans-serif';
  context.fillText('SAMPLE · NOBODY’S CARD', 60, 90);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}
