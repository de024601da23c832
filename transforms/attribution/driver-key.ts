/**
 * `account_key(fund, function, object, program, project, job)` for SQL: the ledger account as one text, such as
 * `100|2213|111|000|0042|COACH`. The ledger and payroll meet on it, so both must make it here.
 */
const ACCOUNT_KEY_MACRO = `create macro account_key(fund, function_, object_, program, project, job) as
    concat_ws(
        '|',
        coalesce(fund, ''), coalesce(function_, ''), coalesce(object_, ''),
        coalesce(program, ''), coalesce(project, ''), coalesce(job, '')
    )`;

/** What every school's part of the central pool is divided by has one vector of weights a year. */
const STUDENTS_KEY_MACRO = `create macro students_key() as 'all'`;

/** Scalar macros that name a driver's weights. */
export const DRIVER_KEY_MACROS: readonly string[] = [ACCOUNT_KEY_MACRO, STUDENTS_KEY_MACRO];
