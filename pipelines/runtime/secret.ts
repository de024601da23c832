import type { District } from '../../transforms/config/district.ts';
import { hasPersons } from '../../transforms/contract/contract.ts';
import { extractNamed } from '../../transforms/extracts/index.ts';
import { Problem } from '../../transforms/problem.ts';
import { sha256 } from './canonical-json.ts';

/** Where the key of the pseudonyms is given. */
const secretVariable = 'RESOURCE_MAP_SECRET';

/** Persons who were invented need no secret, and everyone must get the same bytes for them. */
const publicSecret = 'the persons of this district are invented';

/**
 * The key with which staff numbers become pseudonyms. A district of real persons whose extracts have a row per
 * person is refused without one.
 */
export function secretFor(district: District, environment: NodeJS.ProcessEnv): string {
  if (district.invented) return publicSecret;
  const secret = environment[secretVariable] ?? '';
  if (secret.length >= 16) return secret;
  const persons = district.sources.filter((s) => hasPersons(extractNamed(s.extract)));
  if (persons.length === 0) return '';
  const names = persons.map(({ id }) => id).join(', ');
  throw new Problem({
    code: secret === '' ? 'secret_missing' : 'secret_too_short',
    what: `These sources have a row per person: ${names}; their numbers cannot be replaced without a secret of at least 16 characters.`,
    fix: `Set ${secretVariable} to a long random text, keep it, and use the same one each time.`,
    exit: 2,
  });
}

/** Tells one secret from another without telling it. */
export function secretFingerprint(secret: string): string {
  return sha256(`fingerprint of ${secret}`).slice(0, 16);
}
