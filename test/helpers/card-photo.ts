/** A drawn ID card: no person's document, and large enough for the vendor's limits. */
export async function cardPhoto(
  type: 'image/jpeg' | 'image/png' = 'image/jpeg',
  width = 1012,
): Promise<Blob> {
  const height = Math.round((width * 53.98) / 85.6);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2d canvas.');
  context.fillStyle = '#cfe3ee';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#7e95a3';
  context.fillRect(width * 0.06, height * 0.25, width * 0.26, height * 0.55);
  context.fillStyle = '#22313a';
  context.font = `${Math.round(height / 12)}px sans-serif`;
  ['SPECIMEN', 'NO PERSON', '000000-00-0000'].forEach((line, index) =>
    context.fillText(line, width * 0.4, height * (0.35 + index * 0.15)),
  );
  return canvas.convertToBlob({ type, quality: 0.92 });
}
