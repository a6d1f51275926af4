import type { Same } from '../messages';

export const id = {
  title: 'Pemberitahuan',
  lead: 'Yang menyangkut pekerjaan Anda, terbaru di atas. Setiap pemberitahuan membawa Anda ke tempatnya.',
  unread: (count: string) => `${count} belum dibaca`,
  noneUnread: 'semua sudah dibaca',
  bell: (state: string) => `Pemberitahuan, ${state}`,
  arrived: (count: string) => `Ada pemberitahuan baru, ${count} belum dibaca.`,
  readAll: 'Tandai semua dibaca',
  marking: 'Menandai…',
  allRead: 'Semua pemberitahuan sudah ditandai dibaca.',
  newer: 'Ada pemberitahuan yang lebih baru.',
  showNewer: 'Tampilkan',
  isUnread: 'Belum dibaca',
  today: 'Hari ini',
  yesterday: 'Kemarin',
  none: 'Belum ada pemberitahuan',
  noneText:
    'Anda diberi tahu di sini bila sesuatu menunggu Anda, misalnya pengajuan yang perlu disahkan, klaim yang dikembalikan, atau perubahan jadwal.',
};

export const en: Same<typeof id> = {
  title: 'Notices',
  lead: 'What concerns your work, newest first. Each notice leads to its place.',
  unread: (count) => `${count} unread`,
  noneUnread: 'all read',
  bell: (state) => `Notices, ${state}`,
  arrived: (count) => `There are new notices, ${count} unread.`,
  readAll: 'Mark all as read',
  marking: 'Marking…',
  allRead: 'All notices are marked as read.',
  newer: 'There are newer notices.',
  showNewer: 'Show them',
  isUnread: 'Unread',
  today: 'Today',
  yesterday: 'Yesterday',
  none: 'No notices yet',
  noneText:
    'You are told here when something waits for you, such as a submission to endorse, a claim that was returned, or a change of the calendar.',
};

export default { id, en };
