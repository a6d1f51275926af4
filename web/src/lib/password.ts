/**
 * What a password must be, told while it is typed. The server decides, and also knows the
 * commonest ones (src/accounts/password.cpp).
 */
export const LEAST_CHARACTERS = 10;
export const LEAST_DIFFERENT = 4;

export interface Rules {
  long: boolean;
  varied: boolean;
  notOwn: boolean;
}

const bare = (text: string) => text.toLowerCase().replaceAll(' ', '');

/** Which rules a password meets, for a person of that name and e-mail address. */
export function rulesMet(password: string, name: string, email: string): Rules {
  const characters = [...password];
  const own = [name, email, email.split('@')[0] ?? ''].map(bare);
  return {
    long: characters.length >= LEAST_CHARACTERS,
    varied: new Set(characters).size >= LEAST_DIFFERENT,
    notOwn: password !== '' && !own.includes(bare(password)),
  };
}
