import type { ChartCode } from '../chart-codes.ts';
import { anyOf } from './tables.ts';

/** Words of what schools get, as budgets list it, and the purpose that they mean most often; the first that fits is taken. */
const PURPOSES: readonly (readonly [words: RegExp, purpose: string])[] = [
  [/\bpre-?k\b|\bpk ?[34]\b|preschool|early childhood|prekindergarten/i, 'prekindergarten'],
  [/psycholog|therap|speech|\bot\/pt\b|hearing|vision|related service/i, 'related_services'],
  [/special ed|sped\b|disabilit|\biep\b|exceptional/i, 'special_education_teaching'],
  [/\bell\b|\besl\b|\besol\b|english (?:language )?learner|bilingual/i, 'english_learner_teaching'],
  [/gifted|enrichment model|international baccalaureate|advanced placement/i, 'gifted_programs'],
  [/summer/i, 'extended_year_summer'],
  [/after ?school|extended day|longer day/i, 'longer_day'],
  [/credit recovery/i, 'credit_recovery'],
  [/tutor/i, 'tutoring'],
  [/coach(?!.*sport)|mentor|teacher leader/i, 'coaches_mentors'],
  [/staff development|professional (?:development|learning)|training/i, 'workshops_training'],
  [/reading specialist|intervention/i, 'tutoring'],
  [/counsel|guidance/i, 'counseling'],
  [/attendance|truan/i, 'attendance'],
  [/nurse|health/i, 'health'],
  [/social work|social[- ](?:and )?emotional|behavior|climate|dean/i, 'social_emotional'],
  [/family|parent|communit/i, 'family_community'],
  [/librar|instructional tech|computer/i, 'libraries_technology'],
  [/\b(?:art|music|phys(?:ical)? ed(?:ucation)?|related arts|drama|dance)\b/i, 'arts_music_pe'],
  [/athletic|sport|clubs?\b|extra-?curricular|excursion/i, 'arts_athletics'],
  [/jrotc|career|vocational|\bcte\b/i, 'career_technical'],
  [/college/i, 'college_readiness'],
  [/principal|\bap\b/i, 'principals'],
  [/secretar|clerk|registrar|administrative aide|business manager|office/i, 'school_office'],
  [/custod|mainten|cleaning|building|grounds/i, 'maintenance'],
  [/utilit|electric|heating|fuel/i, 'utilities'],
  [/security|police|safety/i, 'security_safety'],
  [/transport|\bbus(?:es)?\b/i, 'to_and_from_school'],
  [/food|meal|cafeteria|lunch/i, 'meals'],
  [/textbook|books|suppl(?:y|ies)|materials/i, 'textbooks_materials'],
  [/substitute/i, 'substitutes'],
  [/\baides?\b|paraprof|assistants?\b|supportive/i, 'classroom_aides'],
  // Staff who do not teach, and an amount for each teacher, are no teachers.
  [/^(?!.*\b(?:non[- ]?teaching|per teacher)\b).*(?:teacher|tchr|teaching)/i, 'regular_teachers'],
];

/** Words of budgets that are kept by what was bought, and the object of the national chart; the first that fits is taken. */
const OBJECTS: readonly (readonly [words: RegExp, object: string])[] = [
  [/\bbenefits?\b|\bfringe\b/i, '200'],
  [/^(?:[a-z]+ )?(?:salar(?:y|ies)|wages)\b/i, '100'],
  [/^purchased services$|contract(?:ed|ual) (?:services|prof)|professional services/i, '300'],
  [/\bsuppl(?:y|ies)\b/i, '600'],
  [/\bequip(?:ment)?\b/i, '730'],
  [/^other objects$/i, '890'],
];

/** Codes of items whose names say what they are for, by that purpose: a best guess each. */
export function itemPurposes(
  items: readonly ChartCode[],
): readonly { readonly purpose: string; readonly codes: string }[] {
  return guessed(items, PURPOSES).map(([purpose, codes]) => ({ purpose, codes }));
}

/** Codes of items whose names say what was bought, by the object of the national chart: a best guess each. */
export function itemObjects(
  items: readonly ChartCode[],
): readonly { readonly object: string; readonly codes: string }[] {
  return guessed(items, OBJECTS).map(([object, codes]) => ({ object, codes }));
}

/** What words are known to mean, and the codes of the items that are named so. */
function guessed(
  items: readonly ChartCode[],
  words: readonly (readonly [words: RegExp, means: string])[],
): readonly (readonly [means: string, codes: string])[] {
  const guesses = items.flatMap(({ code, name }) => {
    // A condition has its own meaning for these signs: such an item is left to a person.
    if (/[|*!~]|\.\.|^\(/.test(code)) return [];
    const means = words.find(([word]) => word.test(name))?.[1];
    return means === undefined ? [] : [{ code, means }];
  });
  return [...new Set(guesses.map(({ means }) => means))]
    .sort()
    .map((means) => [
      means,
      anyOf(guesses.filter((guess) => guess.means === means).map(({ code }) => code)),
    ]);
}
