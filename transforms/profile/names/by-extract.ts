/** What senders call columns that mean something of their own in one extract; read beside COMMON_NAMES, and before them. */
export const NAMES_BY_EXTRACT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organizations: {
    site_id:
      'building no | code | id | number | school id | finance id | school code | org id | entity id',
    site_name:
      'name | site name | school name | location name | organization name | campus name | building name | short name | long name | name of institution | description | title | department name | unit name | facility name | location description | site title | official name',
    site_type:
      'department type | building type | dept kind | type | site type | school type | location type | organization type | org type | category | unit type | facility type | building type | kind | entity type',
    parent_site_id:
      'parent department id | reports to number | reports to id | parent | parent site | network | parent org | region | reports to | area | cluster | parent code | supervising office | learning community',
    school_level:
      'level | school level | grade span | category | category code | school category | primary category | instruction level | grade band | school level name | span | level code',
    grade_low:
      'low | grade low | low grade | lowest grade | from grade | start grade | GSLO | grade from | min grade | beginning grade | sch start grade | lo grade | first grade',
    grade_high:
      'high | grade high | high grade | highest grade | to grade | end grade | GSHI | grade to | max grade | ending grade | sch term grade | hi grade | last grade',
    nces_school_id:
      'NCES | NCES id | nces school id | NCESSCH | federal id | nces number | federal school id',
    opened_on: 'opened | open date | date opened | opened on | start date | opening date',
    closed_on: 'closed | close date | date closed | closed on | end date | closing date',
  },
  account_codes: {
    segment:
      'chart field | segment | dimension | segment name | segment type | code set | account type | chart field | element | code type | segment id | type',
    code: 'dimension code | cf value | chart field value | code | value | segment value | account code | segment code | code value | number | id',
    code_name:
      'dimension name | name | title | description | code name | label | long description | segment description | code description | meaning | value description',
    parent_code: 'parent | parent code | rolls up to | roll up | summary code',
  },
  job_codes: {
    job_code: 'code | id',
    job_title:
      'title | job title | description | job description | job name | name | job class title | position title',
    bargaining_unit: 'bargaining unit | union | unit | bargaining group | union code | contract',
    contract_days: 'contract days | days | work days | days per year | calendar days',
    contract_hours_per_day: 'hours | hours per day | daily hours | contract hours',
    professional_learning_days:
      'pd days | professional learning days | professional development days | training days',
    planning_minutes_per_week: 'planning minutes | planning minutes per week | prep minutes',
  },
  earn_codes: {
    earn_code:
      'code | earn code | pay code | earnings code | earning code | pay type code | wage type | id | pay cd',
    earn_name:
      'pay code name | pay name | name | description | earn name | title | pay description | earnings description | earn description | label | pay code description | long description',
    pay_type:
      'pay kind | type | pay type | category | earn type | class | pay class | pay category | earnings type | kind | pay group',
    professional_learning:
      'staff development | training | professional learning | professional development | pd | pd flag | professional learning flag | is training | for training | pd pay',
  },
  control_totals: {
    amount:
      'fytd expended | posted total amt | balance | total | control total | fund total | ending balance | ytd balance | year to date | total expenditures | control amount | tb amount | ytd total',
    source_document:
      'document | source | source document | report | reference | taken from | doc | source report | report name',
  },
  gl_transactions: {
    posting_date:
      'date | posting date | eff date | effective date | transaction date | journal date | GL date | accounting date | post date | trans date | posted | entry date | posted date | BUDAT | date posted',
    journal_id:
      'journal | journal id | journal number | JE | JE number | document | document number | batch | voucher | BELNR | entry number | transaction number | journal entry | transaction id | doc no | reference number | trans no | trx id | batch number | jnl',
    line_no:
      'line | line number | journal line | seq | sequence | line no | journal line number | LINE_NBR | sequence number | BUZEI | item number | entry line | detail line | seq no',
    journal_source:
      'source | SRC | journal source | system source | module | origin | source system | source code | entry type | transaction type | journal type | doc type | subsystem',
  },
  gl_balances: {
    amount:
      'budget | budget amount | allocation | budgeted amount | total budget | open | open amount | open balance | outstanding | encumbrance | encumbered',
    object_code: 'expenditure category | item | line item | category',
  },
  budget_lines: {
    budget_version:
      'version | budget version | budget type | stage | scenario | status | budget stage | phase',
    amount:
      'budget | budget amount | budgeted amount | adopted | adopted budget | approved | budgeted',
    fte: 'fte | budgeted fte | position count | full time equivalent',
    description: 'narrative | justification | purpose',
  },
  grants: {
    project_name:
      'name | project name | grant name | title | award name | grant title | project title | description | program name',
    funding_level:
      'from | given by | level | funding level | funder | source | source type | funding type | grantor type | funding source | origin',
    aln: 'listing | listing number | aln | cfda | cfda number | assistance listing | assistance listing number | al number',
    award_amount:
      'award | award amount | amount | total award | grant amount | awarded | award total',
    start_date:
      'start | start date | from | begin date | award start | starts | effective date | beginning date | starts on',
    end_date:
      'end | end date | to | award end | ends | expiration date | expires | ending date | ends on',
    professional_learning_allowed:
      'pd allowed | professional learning | allows pd | pd allowable | allowable pd | professional learning allowed | training',
  },
  staff_roster: {
    hire_date:
      'hired | hire date | date hired | original hire date | hire dt | start date | date of hire | last hire date | seniority date | employment begin date',
    exit_date:
      'separated | termination dt | left | exit date | term date | termination date | separation date | end date | last day | date left | employment end date | resigned | term dt',
    total_fte:
      'FTE | total FTE | full time equivalency | full time equivalent | employee FTE | percent full time | FTE total | ft equivalent | time percent',
    years_experience:
      'experience years | years of exp | years | years experience | experience | years of experience | total experience | yrs exp | years total | years of prior professional experience | teaching experience | years of service | service years | exp years | total years',
    highest_degree:
      'highest education level | degree | highest degree | education | education level | degree level | highest completed level of education | lane | degree code | salary lane | highest education',
    annual_base_salary:
      'contract salary | annual rate | contract pay | salary | annual salary | base salary | annual base salary | base pay | annual rate | contract amount | annual rt | annual wage | contract salary | yearly salary | annual pay | base annual salary',
  },
  staff_assignments: {
    assignment_no:
      'position seq | job seq | employee record | number | assignment | assignment number | assignment no | record number | empl rcd | order of assignment | sequence | assignment id | line | seq | assign seq | assignment seq | record',
    fte: 'position fte | FTE | assignment FTE | percent of day | full time equivalency | share | percent | fte share | full time equivalent',
    begin_date: 'begin date | start date | from | effective date',
    end_date: 'end date | to | through',
  },
  positions: {
    budgeted_fte:
      'budget fte | FTE | budgeted FTE | position FTE | authorized FTE | budget fte | authorized',
    filled_fte: 'filled FTE | filled | actual FTE | occupied FTE',
    vacant_since: 'vacant since | vacant date | vacancy date | vacant from | vacant on',
    budgeted_salary:
      'FTE annual salary | salary | annual salary | budgeted salary | position salary | salary budget | budget salary',
    budgeted_benefits:
      'benefits | benefit cost | annual benefit cost | budgeted benefits | fringe | fringe benefits | benefit budget | budget benefits',
  },
  payroll_lines: {
    earn_code:
      'earn code | pay code | earnings code | earning code | pay type | wage type | ERNCD | payroll activity code | earn type | earn | pay type code | hours code | earn cd',
    amount:
      'other earnings | oth earns | gross | gross pay | earnings | payroll amount | pay amount | gross earnings | paid | distribution amount | pay',
  },
  staff_absences: {
    absence_date: 'day | date | absence date | event date | leave date | absent date | date absent',
    hours: 'hours | hours absent | absence hours | duration | leave hours | hours used',
    reason_code:
      'reason | reason code | absence reason | leave type | absence code | leave code | absence type | absence event category',
    reason_group:
      'reason | reason group | reason | group | category | reason category | leave category',
    substitute_cost:
      'substitute | substitute cost | sub cost | sub pay | substitute pay | cost | substitute amount',
  },
  enrollment_counts: {
    share:
      'percent | share | rate | pct | percentage | low income percent | percent of students | proportion',
    site_id: 'code',
  },
  outcome_aggregates: {
    measure:
      'measure | indicator | metric | subject | test | assessment | outcome | measure name | indicator name | test name | result type | measure code',
    value:
      'result percent | result pct | value | score | percent | rate | result | pct | percent proficient | proficiency rate | measure value | proficient percent | pct proficient | average score | outcome value',
    rating: 'rating | status | performance level | grade letter | result text | label',
    students:
      'students | n | tested | number tested | den | count | n students | number of students | test takers | valid scores | n tested | denominator | students tested | n count | n size | cohort count',
    site_id: 'code',
  },
  site_groups: {
    group_kind: 'kind | group kind | type | group type',
    group_name: 'group | group name | network | tier | name',
    entered_on: 'entered | entered on | start date | from | begin date | date in | start',
    left_on: 'left | left on | end date | to | date out | end',
  },
  site_successors: {
    site_id: 'old site | closed site | from site | old code',
    successor_site_id:
      'successor | successor site | new site | to site | new code | receiving site',
    event: 'event | what happened | change | type | change type',
    effective_on: 'from | effective | effective on | effective date | date | on',
    share: 'share | percent | split share',
  },
};
