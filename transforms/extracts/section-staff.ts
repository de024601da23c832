import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** Who teaches classes. */
export const sectionStaff = defineExtract({
  name: 'section_staff',
  title: 'Teachers of the classes',
  tier: 'T3',
  row: 'A person who teaches a class.',
  key: ['school_year', 'section_id', 'staff_key'],
  year: 'school_year',
  columns: {
    school_year: year('School year, the year in which it ends.'),
    section_id: reference('Class.', 'course_sections.section_id'),
    staff_id: code('Employee number; a pseudonym stands in its place.', { person: 'staff_key' }),
    role: enumeration('Part in the class.', ['lead', 'co', 'support']),
    share: decimal('Share of the class; equal shares when empty.', {
      precision: 9,
      scale: 6,
      from: 0,
      to: 1,
      unit: 'share, 0 to 1',
      optional: true,
      checkedOnly: true,
    }),
    begin_date: date('First day.', { optional: true, checkedOnly: true }),
    end_date: date('Last day.', { optional: true, checkedOnly: true }),
  },
  example: {
    school_year: '2025',
    section_id: '101-M3-2',
    staff_id: 'E1204',
    role: 'lead',
    share: '1',
    begin_date: '2024-08-19',
    end_date: '2025-06-06',
  },
});
