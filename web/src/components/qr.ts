/** A text as a QR code, for an SVG of `size` by `size` units with its quiet margin. */
import { encode } from 'uqr';

// A clean screen needs the least of the corrections; fewer modules are larger ones.
const CORRECTION = 'L';
/** Modules of white around the code that readers need (ISO/IEC 18004). */
const MARGIN = 4;

export interface QrDrawing {
  size: number;
  /** The dark modules, each run of a row as one rectangle. */
  path: string;
}

export function qrOf(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: CORRECTION, border: MARGIN });
  const runs = data.flatMap((row, y) => {
    const line = row.map((dark) => (dark ? '1' : '0')).join('');
    return [...line.matchAll(/1+/g)].map(
      ({ 0: run, index: x }) => `M${x} ${y}h${run.length}v1h-${run.length}z`,
    );
  });
  return { size, path: runs.join('') };
}
