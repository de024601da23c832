import type { Field } from './field.ts';

/** What the dollars are for: codes of the ledger and what rules make of them. */
export const codesFields = {
  segment: { describe: 'The part of the account that a code belongs to.' },
  code: { describe: 'A code of the district’s chart of accounts.' },
  code_name: { describe: 'The district’s name for the code.' },
  unknown_segment: {
    describe: 'The first part of the account whose code the chart of accounts lacks.',
  },
  fund_code: {
    describe: "The fund; 'none' when the line has none, 'all' in a control total of all funds.",
    release: 'label',
  },
  fund_name: { describe: 'The name of the fund.', release: 'label' },
  function_code: {
    describe:
      'The function: in core the district’s own code, in marts and in the package the NCES code.',
    release: 'label',
  },
  function_name: { describe: 'The name of the function.', release: 'label' },
  function: { describe: 'The NCES function that a rule gives a line.' },
  comparable_function: { describe: 'The NCES function with restated codes put back.' },
  comparable_function_code: {
    describe: 'The NCES function with restated codes put back, so that years compare.',
    release: 'label',
  },
  object_code: { describe: 'The district’s object code.' },
  object: { describe: 'The NCES object that a rule gives a line.' },
  object_group: {
    describe: 'The kind of cost, as the hundred of the NCES object, such as 100 for salaries.',
    release: 'label',
  },
  object_group_name: { describe: 'The name of the kind of cost.', release: 'label' },
  program_code: { describe: 'The district’s program code.' },
  project_code: {
    describe: "The project or grant; 'none' when the line has none.",
    release: 'label',
  },
  project_name: { describe: 'The name of the project or grant.', release: 'label' },
  job_code: { describe: 'The district’s job code.' },
  purpose_id: {
    describe: 'What the dollar is for, on the first of two levels; in core on the second.',
    release: 'label',
  },
  purpose_name: { describe: 'The name of the purpose.', release: 'label' },
  child_purpose_id: {
    describe: 'What the dollar is for, on the second of two levels.',
    release: 'label',
  },
  child_purpose_name: {
    describe: 'The name of the purpose on the second level.',
    release: 'label',
  },
  priority_id: {
    describe:
      "The goal of the district's own plan that the dollar is tied to; 'not_tied' for the rest.",
    release: 'label',
  },
  priority_name: { describe: 'The name of the goal.', release: 'label' },
  control: {
    describe:
      'Who decides how the dollar is used: school, formula, central, contract_or_law, grantor or not_known.',
    release: 'label',
  },
  level: {
    describe: 'Where the work acts, whoever pays: school, school_support or central.',
    release: 'label',
  },
  comparable_level: {
    describe: 'Where the work acts, with restated codes put back, so that years compare.',
    release: 'label',
  },
  operating: { describe: 'True for dollars of the operating budget.', release: 'label' },
  amount_type: {
    describe: 'What the amounts are: actual, encumbrance, or a budget of some stage.',
    release: 'label',
  },
  amount_word: {
    describe: 'The word for the amounts in sentences: spent, committed or budgeted.',
    release: 'label',
  },
  status: { describe: 'The outcome of the coding: assigned, not_yet_assigned or excluded.' },
  how_sure: {
    describe:
      'How the purpose was found: named account, project, job or assignment, object or function, description or vendor, or default; in findings, how much of the dollars stands on a specific rule.',
    release: 'label',
  },
  is_default: { describe: 'True when a default rule gave the purpose.' },
  rule_id: { describe: 'The rule that did it.', release: 'label' },
  exclusion_id: { describe: 'Why lines are no spending of this map.', release: 'label' },
  exclusion_name: { describe: 'The reason in words.', release: 'label' },
  reason: {
    describe: 'Why dollars are not attributed, not yet assigned or excluded.',
    release: 'label',
  },
} as const satisfies Readonly<Record<string, Field>>;
