import { describe, expect, it } from 'vitest';
import { qrOf, type QrDrawing } from './qr';

/** The drawing as rows of `#` and `.`, painted from its path alone. */
function painted({ size, path }: QrDrawing): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill('.'));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(width); step++) rows[Number(y)]![Number(x) + step] = '#';
  }
  return rows.map((row) => row.join(''));
}

const CORNER = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
const at = (rows: string[], x: number, y: number) =>
  rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));

describe('a QR code', () => {
  const drawing = qrOf('otpauth://totp/Jalur:olan@contoh.example?secret=JBSWY3DPEHPK3PXP');
  const rows = painted(drawing);
  const far = drawing.size - 4 - 7;

  it('has the three corners that a camera looks for, and none in the fourth', () => {
    expect(at(rows, 4, 4)).toEqual(CORNER);
    expect(at(rows, far, 4)).toEqual(CORNER);
    expect(at(rows, 4, far)).toEqual(CORNER);
    expect(at(rows, far, far)).not.toEqual(CORNER);
  });

  it('keeps four white modules around it', () => {
    const white = '.'.repeat(drawing.size);
    expect([...rows.slice(0, 4), ...rows.slice(-4)]).toEqual(Array(8).fill(white));
    expect(rows.every((row) => row.startsWith('....') && row.endsWith('....'))).toBe(true);
  });

  it('is of another text another code', () => {
    expect(qrOf('jalur').path).not.toBe(qrOf('jalan').path);
  });
});
