import type { Same } from '../messages';

export const id = {
  title: 'Peringkat unit',
};

export const en: Same<typeof id> = {
  title: 'Unit ranking',
};

export default { id, en };
