import type { id } from '../i18n/messages/common';
import type { Same } from '../i18n/messages';
import type { Role, Session } from '../lib/session.svelte';

type Words = Same<typeof id>;

/** Every role, in the order of the table of permissions. */
export const ROLES: Role[] = [
  'operator',
  'unit_head',
  'verifier',
  'coordinator',
  'executive',
  'trainer',
  'assessor',
  'auditor',
];

/** Roles that a person holds in a unit; the others reach over the whole region. */
export function isOfAUnit(role: Role): boolean {
  return role === 'operator' || role === 'unit_head';
}

/** The name of a role as the API writes it; the word itself when it is a newer one. */
export function roleName(word: string, m: Words): string {
  return word in m.roles ? m.roles[word as Role] : word;
}

/** The first role of a session and how many there are besides: `Operator +1`. */
export function roleOf(seen: Session, m: Words): string {
  const roles = [...new Set(seen.grants.map(({ role }) => role))];
  const first = roles[0];
  if (!first) return m.noRole;
  const name = m.roles[first];
  return roles.length === 1 ? name : m.moreRoles(name, String(roles.length - 1));
}
