import type { Schemas } from '../../api/client';
import { isOfAUnit } from '../../components/roles';

export type Person = Schemas['Person'];

/** A person as the form holds them; an empty text stands for no unit. */
export interface PersonInput {
  name: string;
  email: string;
  unit: string;
  grants: { role: Schemas['Role']; unit: string }[];
}

export function nobody(): PersonInput {
  return { name: '', email: '', unit: '', grants: [{ role: 'operator', unit: '' }] };
}

export function inputOf(person: Person): PersonInput {
  return {
    name: person.name,
    email: person.email,
    unit: person.unit?.id ?? '',
    grants: person.grants.map(({ role, unit }) => ({ role, unit: unit?.id ?? '' })),
  };
}

/** What is sent. Only roles of a unit carry one. */
export function given(input: PersonInput): Schemas['PersonGiven'] {
  return {
    name: input.name.trim(),
    email: input.email.trim(),
    unit: input.unit || null,
    grants: input.grants.map(({ role, unit }) => ({
      role,
      unit: isOfAUnit(role) ? unit || null : null,
    })),
  };
}
