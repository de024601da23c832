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
  [/teacher|tchr|teaching/i, 'regular_teachers'],
];

/** Codes of items whose names say what they are for, by that purpose: a best guess each. */
export function itemPurposes(
  items: readonly ChartCode[],
): readonly { readonly purpose: string; readonly codes: string }[] {
  const guesses = items.flatMap(({ code, name }) => {
    // A condition has its own meaning for these signs: such an item is left to a person.
    if (/[|*!~]|\.\.|^\(/.test(code)) return [];
    const purpose = PURPOSES.find(([words]) => words.test(name))?.[1];
    return purpose === undefined ? [] : [{ code, purpose }];
  });
  const purposes = [...new Set(guesses.map(({ purpose }) => purpose))].sort();
  return purposes.map((purpose) => ({
    purpose,
    codes: anyOf(guesses.filter((guess) => guess.purpose === purpose).map(({ code }) => code)),
  }));
}
