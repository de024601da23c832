import { payActivity } from './activity.ts';
import type { Activity, PayRow } from './activity.ts';

const schools: readonly PayRow[] = [
  ['regular_teachers', 'regular_teachers', 'school', '1110', '1111', '1100', '201', 70_000],
  ['arts_teachers', 'arts_music_pe', 'school', '1110', '1111', '1100', '205', 69_000],
  ['classroom_aides', 'classroom_aides', 'school', '1110', '1112', '1100', '301', 29_500],
  ['substitutes', 'substitutes', 'school', '1110', '1113', '1100', '701', 0],
  [
    'special_education_teachers',
    'special_education_teaching',
    'school',
    '1210',
    '1111',
    '1200',
    '210',
    70_500,
  ],
  [
    'special_education_aides',
    'special_education_teaching',
    'school',
    '1210',
    '1112',
    '1200',
    '305',
    30_500,
  ],
  [
    'english_learner_teachers',
    'english_learner_teaching',
    'school',
    '1220',
    '1111',
    '1260',
    '215',
    69_500,
  ],
  ['gifted_teachers', 'gifted_programs', 'school', '1230', '1111', '1270', '218', 71_000],
  ['prek_teachers', 'prekindergarten', 'school', '1250', '1111', '1150', '222', 66_000],
  ['career_teachers', 'career_technical', 'school', '1310', '1111', '1300', '220', 72_000],
  ['small_group_aides', 'small_group_aides', 'school', '1190', '1112', '1100', '308', 31_000],
  ['summer_pay', 'extended_year_summer', 'school', '1195', '1121', '1100', '', 0],
  ['counselors', 'counseling', 'school', '2120', '1111', '1100', '250', 64_000],
  [
    'social_emotional_specialists',
    'social_emotional',
    'school',
    '2193',
    '1111',
    '1100',
    '253',
    61_000,
  ],
  ['librarians', 'libraries_technology', 'school', '2220', '1111', '1100', '240', 68_000],
  ['family_liaisons', 'family_community', 'school', '2190', '1115', '1100', '260', 38_000],
  ['attendance_officers', 'attendance', 'school', '2110', '1115', '1100', '262', 37_000],
  ['principals', 'principals', 'school', '2410', '1114', '1100', '401', 112_000],
  ['office_staff', 'school_office', 'school', '2411', '1115', '1100', '410', 39_000],
  ['custodians', 'maintenance', 'school_support', '2610', '1115', '1100', '601', 38_500],
  ['security_staff', 'security_safety', 'school_support', '2660', '1115', '1100', '620', 36_000],
  ['food_workers', 'meals', 'school_support', '3100', '1115', '1900', '610', 26_500],
];

/** Paid by the central office, at work in several schools. */
const itinerant: readonly PayRow[] = [
  ['literacy_coaches', 'coaches_mentors', 'school', '1110', '1111', '1100', '231', 71_000],
  ['math_coaches', 'coaches_mentors', 'school', '1110', '1111', '1100', '232', 71_000],
  ['mentors', 'coaches_mentors', 'school', '2213', '1111', '1100', '233', 70_000],
  ['nurses', 'health', 'school', '2130', '1111', '1100', '254', 62_000],
  ['psychologists', 'related_services', 'school', '2140', '1111', '1200', '256', 74_000],
  ['speech_therapists', 'related_services', 'school', '2150', '1111', '1200', '258', 71_000],
  ['therapists', 'related_services', 'school', '2160', '1111', '1200', '259', 70_000],
  ['social_workers', 'social_emotional', 'school', '2110', '1111', '1100', '252', 63_000],
  ['community_coordinators', 'family_community', 'school', '2190', '1115', '1100', '261', 50_000],
  ['grant_tutors', 'tutoring', 'school', '1190', '1111', '1100', '226', 50_000],
];

const central: readonly PayRow[] = [
  [
    'training_managers',
    'professional_learning_management',
    'central',
    '2213',
    '1114',
    '1100',
    '512',
    90_000,
  ],
  ['cabinet', 'board_superintendent', 'central', '2320', '1114', '1900', '501', 150_000],
  ['communications_staff', 'communications', 'central', '2560', '1115', '1900', '531', 68_000],
  ['legal_staff', 'legal', 'central', '2315', '1114', '1900', '532', 105_000],
  ['finance_staff', 'finance', 'central', '2510', '1115', '1900', '533', 66_000],
  ['personnel_staff', 'human_resources', 'central', '2570', '1115', '1900', '534', 65_000],
  ['recruiters', 'recruiting', 'central', '2572', '1115', '1900', '535', 67_000],
  ['purchasing_staff', 'purchasing', 'central', '2520', '1115', '1900', '536', 58_000],
  ['technology_staff', 'technology', 'central', '2580', '1115', '1900', '537', 72_000],
  [
    'special_education_managers',
    'special_education_management',
    'central',
    '2219',
    '1114',
    '1200',
    '538',
    95_000,
  ],
  ['curriculum_staff', 'curriculum', 'central', '2212', '1114', '1100', '539', 88_000],
  ['school_supervisors', 'school_supervision', 'central', '2325', '1114', '1900', '541', 91_200],
  ['turnaround_staff', 'turnaround_office', 'central', '2326', '1114', '1900', '542', 91_200],
  ['school_data_staff', 'data_accountability', 'central', '2545', '1114', '1900', '543', 91_200],
  ['testing_staff', 'testing', 'school_support', '2240', '1115', '1100', '544', 64_000],
  ['translators', 'translation', 'school_support', '2195', '1115', '1260', '545', 52_000],
  ['drivers', 'to_and_from_school', 'school_support', '2710', '1115', '1900', '615', 33_000],
  ['maintenance_staff', 'maintenance', 'school_support', '2620', '1115', '1900', '605', 49_000],
  ['food_managers', 'meals', 'school_support', '3100', '1114', '1900', '611', 70_000],
  ['center_principal', 'principals', 'school', '2410', '1114', '1200', '401', 112_000],
];

/** Paid by the hour or the day, for training. */
const training: readonly PayRow[] = [
  ['collaboration_pay', 'paid_collaboration', 'school', '1110', '1121', '1100', '', 0],
  ['training_substitutes', 'training_substitutes', 'school', '1110', '1113', '1100', '', 0],
];

export const PEOPLE: readonly Activity[] = [...schools, ...itinerant, ...central, ...training].map(
  payActivity,
);
