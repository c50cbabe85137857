const side = 512;
const quality = 0.9;

/**
 * The middle of a picture, upright and small. It is drawn here so that a phone's large photo need not travel. A file that can't be drawn is sent as it is,
 * and the server says what is wrong with it.
 */
export async function squareOf(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const least = Math.min(picture.width, picture.height);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.min(side, least);
    const pen = canvas.getContext('2d');
    if (!pen) return file;
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(
      picture,
      (picture.width - least) / 2,
      (picture.height - least) / 2,
      least,
      least,
      0,
      0,
      canvas.width,
      canvas.height,
    );
    picture.close();
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    return made ?? file;
  } catch {
    return file;
  }
}
