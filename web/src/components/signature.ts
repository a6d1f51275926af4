import type { Schemas } from '../api/client';
import type { Same } from '../i18n/messages';
import type { id as common } from '../i18n/messages/common';
import type { id as workflow } from '../i18n/messages/workflow';
import { moment } from '../lib/format';

/** `Vira Contoh, Verifikator · 2 Mei 2026, 10.42`; without a name it came with a file. */
export function signature(
  by: Schemas['Signed'],
  m: Pick<Same<typeof workflow>, 'signed' | 'fromFile'>,
  c: Pick<Same<typeof common>, 'roles'>,
): string {
  const time = moment(by.at);
  if (by.name === null) return m.fromFile(time);
  return by.role === null ? `${by.name} · ${time}` : m.signed(by.name, c.roles[by.role], time);
}
