import type { Same } from '../messages';

export const id = {
  title: 'Inovasi',
};

export const en: Same<typeof id> = {
  title: 'Innovations',
};

export default { id, en };
