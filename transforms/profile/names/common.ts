/**
 * What senders call the columns that several extracts share, as their systems print them: Tyler Munis, PeopleSoft,
 * Oracle, SAP, Workday, Skyward, Infinite Campus, Frontline, Ed-Fi, state files of California, Texas, Massachusetts,
 * North Carolina, and cities that publish theirs. Upper and lower case, `_` and short forms (words.ts) do not matter.
 */
export const COMMON_NAMES: Readonly<Record<string, string>> = {
  fiscal_year:
    'fiscal year | FY | year | budget year | GJAHR | fiscal yr ending | ledger year | school year | budget ref | account year | posting year',
  school_year:
    'school year | SY | year | academic year | yr | fiscal year | school yr | reporting year | acad yr | end year',
  fiscal_period:
    'through period | through | period | per | accounting period | fiscal period | posting period | MONAT | POPER | month | fiscal month | acctg period | period number | pay period | fiscal per | gl period | period name',
  as_of_date: 'as of date | report date | as of | run date | extract date',
  snapshot_date:
    'snapshot | snapshot date | as of date | as of | report date | count date | effective date | extract date | roster date',
  amount_type:
    'amount type | ledger | balance type | actual flag | type of amount | budget or actual | Colcode | ledger type | scenario | transaction class',
  fund_code:
    'fund | fund code | fund number | fund id | GEBER | fund identifier | fund segment | fnd | FDNO',
  function_code:
    'class fld | class | function | function code | FUNC | function identifier | FKBER | functional area | function number | activity | activity code | state function | function class | DESE function | func cat code | expenditure function',
  object_code:
    'object | object code | OBJ | HKONT | RACCT | GL account | natural account | spend category | ledger account | object identifier | object number | FIPEX | commitment item | expense object | obj code | expenditure category | line item | item | account number | expense code | account',
  program_code:
    'program | program code | PROG | goal | goal code | program intent | PIC | program number | program identifier | program intent code | initiative | subprogram',
  project_code:
    'project | project code | PROJ | project id | grant | grant code | resource | resource code | project number | award | award number | project identifier | source code | grant id | project grant | project reporting | grant number | funding source',
  job_code:
    'job | job code | job class | JOBCLASS | job classification | job class code | position class | job number | job code number | job cd | occupation code | class code | staff classification | role code | job type code | assignment code',
  site_id:
    'site | site id | site code | site number | school | school code | school number | school id | location | location code | LOC | location number | building | building code | building number | org | organization | organization code | org code | org number | campus | campus id | campus number | campus code | department id | dept | DEPTID | department code | cost center | KOSTL | FISTL | operational unit | agency code | unit | unit number | ULCS | cost center code | work location | work site | finance id | SCH CODE | facility | school no | ncessch | location id | unit code | entity',
  account_string:
    'account | account string | account code | account number | full account | GL account | GL key | concatenated segments | budget unit | budget code | accounting string | account key | GL string | chart field string | ACCT | ASN | FOAPAL | account identifier | charge account | accounting key | distribution',
  amount:
    'amount | AMT | posted total amt | actual amount | transaction amount | YTD expended | FYTD activity | expenditures | expense | expended | actual | YTD actual | net amount | monetary amount | DMBTR | value | gross amount | total | total funds | dollars | balance | ledger amount | amount usd | net | YTD amount | posted amount | actual expenditures | debit minus credit',
  description:
    'explanation | description | DESC | memo | line description | comment | transaction description | remarks | journal line description | reference | narrative | line memo | account description | comments | particulars | detail | text',
  vendor_name:
    'vendor | vendor name | payee | supplier | supplier name | paid to | vendor payee | payee name',
  staff_id:
    'employee | employee id | employee number | EMPLID | EMPNO | staff id | staff unique id | person id | EE ID | staff number | USI | MEPID | worker id | personnel number | PERNR | emp no | badge | worker | teacher id | employee code | person number | staff key | empl record',
  position_id:
    'position | position id | position number | POS # | position control number | PCN | POSITION_NBR | pos no | position control | position code | seat number | slot',
  grade:
    'grade | grade level | GRADE_LEVEL | entry grade level | gr | grade code | grade level code | grades | grade tested',
  student_group:
    'student group | group | subgroup | student subgroup | population | subgroup code | demographic | category | reporting category | student population | group name | subgroup name',
  students:
    'students | student count | enrollment | count | N | membership | ADM | number of students | total students | headcount | total enrollment | student count total | average daily membership | avg student num | enrolled | ADA | projected enrollment | sch enrollment | num students | number',
};

/** Extracts of ledgers know the year of their own, and no school's. */
export const FILE_WORDS: Readonly<Record<string, string>> = {
  organizations:
    'location table | sites | schools | school list | organizations | locations | campuses | buildings | school information | school profile | facilities | location | school directory | site | site list | orgs | departments',
  account_codes:
    'account dimensions | dimensions | chart fields | gl segments | glsegments | chart | coa | chart of accounts | account codes | fund codes | function codes | object codes | goal codes | resource codes | program codes | project codes | segments | codes | code desc | segment values',
  job_codes: 'job codes | jobs | job classes | job titles | job list | job table',
  earn_codes:
    'earnings table | prpaycodes | earn codes | earning codes | earnings codes | pay codes | earn types | pay types | pay code list | earn',
  control_totals:
    'gltrialbal | fund balance report | tb | trial balance | trialbalance | control totals | fund totals | control | fund balance | trial bal',
  gl_transactions:
    'journal line | journal lines | expenditure detail | account detail | glacctdetail | gl | ledger | general ledger | journal | gl detail | transactions | journal detail | gl transactions | expenditure detail | posting | postings | actuals',
  gl_balances:
    'gl | ledger | balances | ytd | budget | budget items | usergl | expenditures | allocation | allocations | funds | budget status | account summary | school budgets | encumbrances | enc | open orders | open purchase orders',
  budget_lines:
    'budget | adopted budget | budget lines | proposed budget | revised budget | approved budget',
  grants: 'grants | awards | grant awards | grant list',
  staff_roster:
    'premployee | roster | employees | staff | staff roster | employee list | hr | personnel | employee roster | workforce | employee master',
  staff_assignments:
    'staff positions | job | jobs | job salary | prjobsalary | assign | assignments | staff assignments | job assignments | staffing | work assignments | employee assignments',
  positions:
    'positions | position control | position roster | position list | vacancies | employee position roster',
  payroll_lines:
    'pay earnings | earnings history | prearnhist | earn history | payroll | payroll distribution | pay | labor distribution | pay history | payroll detail | pay detail | paycheck | labor',
  staff_absences:
    'absences | staff absences | leave | absence | substitutes | leave detail | attendance events',
  enrollment_counts:
    'enrollment | enrolment | membership | students | student counts | adm | school enrollment | enrollment counts | headcount | demographics | student | low income | budgeted enrollment | fall enrollment',
  outcome_aggregates:
    'report card | assessment summary | results | outcomes | scores | assessment | test results | accountability | proficiency | graduation | chronic absent | pssa | outcome | achievement | performance | school results | assessments | progress | acc | cgr | spg | growth | school progress | accountability report',
  site_groups: 'site groups | networks | school networks | tiers | groups',
  site_successors:
    'site successors | closed schools | school changes | closures | mergers | successors',
};
