import { LEDGER, type Rule } from '../rule.ts';

/** What of the ledger must hold: totals, signs, proportions. */
export const LEDGER_TOTAL_RULES: readonly Rule[] = [
  {
    id: 'L01',
    severity: 'block',
    title: 'The ledger is off the district’s own control totals.',
    matters:
      'A ledger that is a cent off its trial balance, or off another total that the district stands by, is another ledger.',
    resolve: 'Ask finance for a ledger and its totals of the same moment.',
    needs: ['control_totals', LEDGER],
    things: 'control totals',
    enforcedBy: 'checks.ledger_ties_to_control_totals',
  },
  {
    id: 'L02',
    severity: 'block',
    title: 'Dollars that were read are accounted for nowhere.',
    matters:
      'Always: read = assigned + not yet assigned + excluded + set aside + dropped, to the cent.',
    resolve:
      'This is a fault of the program, not of the files; keep the run’s folder and report it.',
    needs: [LEDGER],
    things: 'funds in a year',
    enforcedBy: 'checks.dollars_equation',
  },
  {
    id: 'L03',
    severity: 'warn or block',
    title: 'Journals of a whole ledger do not balance.',
    matters:
      'When the file has both sides of each journal; a file of spending alone is not compared.',
    resolve: 'Ask whether lines or accounts were filtered out of the export.',
    needs: ['gl_transactions'],
    things: 'journals',
    enforcedBy: 'rules',
    thresholds: {
      whole_share: {
        value: 0.9,
        unit: 'share',
        describe: 'a ledger is whole when so many of its journals balance',
      },
      block_share: {
        value: 0.001,
        unit: 'share',
        describe: 'blocks when more of the journals do not',
      },
    },
  },
  {
    id: 'L04',
    severity: 'warn or block',
    title: 'A function of a fund has spent less than nothing.',
    matters: 'A refund or a reclassification is larger than what it corrects, or signs are turned.',
    resolve: 'Ask which entry made it negative; if a whole fund is, turn the sign with `negate`.',
    needs: [LEDGER],
    things: 'functions of a fund in a year',
    enforcedBy: 'rules',
    thresholds: {
      block_share: {
        value: 0.01,
        unit: 'share',
        describe: 'blocks when it is more than this share of the fund',
      },
    },
  },
  {
    id: 'L05',
    severity: 'warn or block',
    title: 'Dollars are not yet assigned to a purpose.',
    matters:
      'The map leaves unsaid what they are for; `tolerances.not_yet_assigned_share` is the limit.',
    resolve: 'Add rules for their codes to coding/purpose.csv.',
    needs: [LEDGER],
    things: 'years',
    enforcedBy: 'checks.not_yet_assigned_limit',
    thresholds: {
      warn_share: {
        value: 0.02,
        unit: 'share',
        describe: 'warns above this share where a district sets no lower limit',
      },
    },
  },
  {
    id: 'L06',
    severity: 'block',
    title:
      'The ledger has no amounts of the kind that the map is of, or two kinds have the same amounts.',
    matters: 'When budget and spending stand in one column, or one column is read for both.',
    resolve: 'Map `amount_type` from the column that says it, or read the right amount column.',
    needs: [LEDGER],
    things: 'years',
    enforcedBy: 'rules',
  },
  {
    id: 'L07',
    severity: 'warn',
    title: 'Transfers between funds, or funds that bill other funds, stand in the spending.',
    matters: 'The same dollar is then counted in two funds.',
    resolve: 'Exclude them by a rule in coding/scope.csv.',
    needs: [LEDGER],
    things: 'funds in a year',
    enforcedBy: 'rules',
    thresholds: {
      warn_share: {
        value: 0.001,
        unit: 'share',
        describe: 'warns above this share of the year’s operating dollars',
      },
    },
  },
  {
    id: 'L08',
    severity: 'warn or block',
    title: 'Benefits are out of proportion to the salaries of their fund.',
    matters: 'Benefits may be booked in another fund, or one of the two is missing from the file.',
    resolve: 'Ask where benefits of this fund are booked, and whether the export left objects out.',
    needs: [LEDGER],
    things: 'funds with salaries in a year',
    enforcedBy: 'rules',
    thresholds: {
      warn_low: {
        value: 0.15,
        unit: 'share',
        describe: 'warns when benefits are a smaller share of salaries',
      },
      warn_high: { value: 0.6, unit: 'share', describe: 'warns when they are a larger one' },
      block_low: {
        value: 0.05,
        unit: 'share',
        describe: 'blocks below this share, in a fund with a tenth of all salaries or more',
      },
      block_high: {
        value: 0.8,
        unit: 'share',
        describe: 'blocks above this share, in such a fund',
      },
      least_salaries: {
        value: 100_000,
        unit: 'dollars',
        describe: 'funds with less pay are not compared',
      },
    },
  },
  {
    id: 'L09',
    severity: 'warn',
    title: 'Benefits stand in one place and follow no salaries.',
    matters: 'Schools then look cheaper than they are, by a quarter or more of their pay.',
    resolve:
      'Mark them `salary` in coding/attribution.csv, so that they follow the pay of their fund.',
    needs: [LEDGER],
    things: 'years',
    enforcedBy: 'rules',
    thresholds: {
      warn_share: {
        value: 0.02,
        unit: 'share',
        describe: 'warns above this share of all benefits',
      },
    },
  },
];
