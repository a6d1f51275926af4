// Region years that the samples do not show: one that is full, with long names, and an empty one.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INNOVATIONS = 300;

export const FULL = { code: '14.02', name: 'Kabupaten Indragiri Hulu', kind: 'regency' };
export const EMPTY = { code: '14.03', name: 'Kabupaten Bengkalis', kind: 'regency' };

function longName(name, number) {
  const turn = `tahap ${number}`;
  if (number % 3 !== 0) return `${name} ${turn}`;
  return `Percepatan ${name} Terpadu Berbasis Masyarakat di Wilayah Pesisir ${turn}`;
}

/** Writes both as files into `folder`; answers their paths. */
export function writeRegions(folder, sample) {
  const year = JSON.parse(readFileSync(sample, 'utf8'));
  // Handed in, all of them: drafts are not seen from outside the region.
  const handedIn = year.innovations.filter(({ state }) => state === 'submitted');
  const innovations = Array.from({ length: INNOVATIONS }, (_, index) => {
    const one = handedIn[index % handedIn.length];
    const number = index + 1;
    const design = Array(number % 2 ? 340 : 120)
      .fill('rancang')
      .join(' ');
    const id = `i-${String(number).padStart(3, '0')}`;
    return { ...one, id, name: longName(one.name, number), design };
  });
  const { government_verified: _, ...rest } = year;
  const files = {
    'full.json': { ...year, region: FULL, innovations },
    'empty.json': { ...rest, region: EMPTY, government: {}, innovations: [] },
  };
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  });
}
