import { describe, expect, it } from 'vitest';
import { detailsOf, filters, narrowing } from './filters';

describe('the address of the log', () => {
  it('narrows by person, action, subject and days', () => {
    const query = new URLSearchParams('orang=p-1&aksi=claim.saved&dari=2026-05-01&daerah=14.01');
    expect(filters(query)).toEqual({
      person: 'p-1',
      action: 'claim.saved',
      subject: undefined,
      from: '2026-05-01',
      to: undefined,
    });
    expect(narrowing(query)).toBe(3);
  });

  it('does not ask for a day that is none', () => {
    expect(filters(new URLSearchParams('dari=kemarin')).from).toBeUndefined();
  });
});

describe('the details of an entry', () => {
  it.each([
    [{ indicator: '16' }, [{ name: 'indicator', from: null, value: '16' }]],
    [{ from: '1', to: '3' }, [{ name: '', from: '1', value: '3' }]],
    [{ verified_from: '', verified_to: '2' }, [{ name: 'verified', from: '', value: '2' }]],
    [{ to: 'x' }, [{ name: 'to', from: null, value: 'x' }]],
  ])('%o', (details, told) => {
    expect(detailsOf({ details: details as Record<string, string> })).toEqual(told);
  });
});
