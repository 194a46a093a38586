import sharp from 'sharp';

/** A drawn ID card as a file to choose: no person's document. */
export async function cardFile(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1012" height="638">
    <rect width="1012" height="638" fill="#cfe3ee"/>
    <rect x="60" y="160" width="260" height="350" fill="#7e95a3"/>
    <rect x="400" y="200" width="420" height="40" fill="#22313a"/>
    <rect x="400" y="300" width="320" height="40" fill="#22313a"/>
  </svg>`;
  const buffer = await sharp(Buffer.from(drawing)).jpeg({ quality: 92 }).toBuffer();
  return { name: 'card.jpg', mimeType: 'image/jpeg', buffer };
}
