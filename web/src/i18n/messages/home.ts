import type { Same } from '../messages';

export const id = {
  title: 'Beranda',
};

export const en: Same<typeof id> = {
  title: 'Home',
};

export default { id, en };
