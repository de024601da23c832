import { code, TIME_OF_DAY } from '../contract/kinds/code.ts';
import { year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** When classes meet. */
export const sectionMeetings = defineExtract({
  name: 'section_meetings',
  title: 'Bell schedule of the classes',
  tier: 'T3',
  row: 'A meeting of a class in its cycle of days.',
  key: ['school_year', 'section_id', 'cycle_day', 'period'],
  year: 'school_year',
  columns: {
    school_year: year('School year, the year in which it ends.'),
    section_id: reference('Class.', 'course_sections.section_id'),
    cycle_day: code('Day of the cycle.'),
    period: code('Period of the day.'),
    start_time: code('When it begins.', { form: TIME_OF_DAY }),
    end_time: code('When it ends.', { form: TIME_OF_DAY }),
  },
  example: {
    school_year: '2025',
    section_id: '101-M3-2',
    cycle_day: 'A',
    period: '2',
    start_time: '09:05',
    end_time: '10:05',
  },
});
