import type { Same } from '../messages';

export const id = {
  title: 'Aturan penilaian',
};

export const en: Same<typeof id> = {
  title: 'Assessment rules',
};

export default { id, en };
