const names = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split('\n')
      .map((line): [string, string] => {
        const [code = '', ...words] = line.trim().split(' ');
        return [code, words.join(' ')];
      }),
  );

/** What the finance office calls its codes; `balance` are objects that are no spending. */
export const CHART_NAMES = {
  fund: names(`
    100 General fund
    105 School site budgets
    210 Federal grants
    220 State grants
    230 Food service
    240 Adult and community education
    300 Capital projects
    400 Debt service`),
  function: names(`
    0000 Not a function
    1110 Regular instruction
    1190 Small groups and tutoring
    1195 Summer programs
    1210 Special education instruction
    1215 Special education placements
    1220 English learner instruction
    1230 Gifted instruction
    1250 Preschool instruction
    1310 Career and technical instruction
    1400 Athletics and activities
    1600 Adult education
    1910 Charter schools
    1920 Private school services
    2110 Attendance and social work
    2120 Guidance
    2127 Student development
    2130 Health
    2140 Psychological services
    2150 Speech and hearing
    2160 Occupational and physical therapy
    2190 Family and community services
    2191 College advising
    2193 Social and emotional services
    2195 Translation
    2212 Curriculum development
    2213 Instructional staff training
    2219 Program management
    2220 Library and media
    2230 Instructional technology
    2240 Student assessment
    2310 Board of education
    2315 Legal counsel
    2320 Superintendent's office
    2325 School supervision
    2326 Turnaround office
    2410 Office of the principal
    2411 School office
    2425 Network leadership
    2426 Network improvement teams
    2445 Network data teams
    2510 Fiscal services
    2520 Purchasing and warehouse
    2545 School data services
    2560 Public information
    2570 Personnel services
    2572 Recruitment
    2580 Administrative technology
    2590 Insurance and other central services
    2610 Building operation
    2611 Utilities
    2620 Building maintenance
    2660 Security
    2710 Student transportation
    2720 Special education transportation
    2790 Activity transportation
    2900 Benefits clearing
    3100 Food service
    4500 Construction
    5100 Debt service`),
  object: names(`
    1111 Salaries of teachers
    1112 Salaries of aides
    1113 Substitute pay
    1114 Salaries of administrators
    1115 Salaries of support staff
    1121 Extra duty pay of teachers
    2100 Group insurance
    2200 Medicare
    2300 Retirement
    2500 Tuition reimbursement
    3200 Educational services
    3300 Training services
    3400 Other professional services
    4100 Utilities
    4200 Grounds and cleaning services
    4300 Repairs
    4500 Construction services
    5100 Student transportation services
    5200 Insurance
    5400 Advertising
    5500 Printing
    5600 Tuition
    5800 Travel
    6100 General supplies
    6200 Fuel and energy
    6300 Food
    6400 Books and periodicals
    6500 Technology supplies
    7300 Equipment
    8100 Dues and fees
    8200 Judgments
    8300 Debt payments
    8900 Miscellaneous`),
  balance: names(`
    9100 Transfers to other funds
    B1010 Cash
    B4010 Accounts payable
    R1310 Tuition from adults
    R1510 Interest earned
    R1610 Meal sales
    R1910 Rent of buildings
    R5200 Transfers from other funds`),
  program: names(`
    0000 Not a program
    1100 Regular programs
    1150 Preschool
    1200 Special education
    1260 English learners
    1270 Gifted education
    1300 Career and technical education
    1600 Adult education
    1900 District-wide`),
  job: names(`
    201 Classroom teacher
    205 Arts, music or physical education teacher
    210 Special education teacher
    215 English learner teacher
    218 Gifted education teacher
    220 Career and technical teacher
    222 Preschool teacher
    226 Grant tutor
    231 Literacy coach
    232 Mathematics coach
    233 New teacher mentor
    240 Librarian
    250 School counselor
    252 Social worker
    253 Social and emotional specialist
    254 Nurse
    256 Psychologist
    258 Speech therapist
    259 Occupational or physical therapist
    260 Family liaison
    261 Community school coordinator
    262 Attendance officer
    301 Classroom aide
    305 Special education aide
    308 Small-group paraprofessional
    401 Principal or assistant principal
    410 School secretary
    501 Superintendent's cabinet
    512 Professional learning manager
    531 Communications staff
    532 Legal staff
    533 Finance staff
    534 Personnel staff
    535 Recruiter
    536 Purchasing staff
    537 Technology staff
    538 Special education manager
    539 Curriculum specialist
    541 Supervisor of schools
    542 Turnaround specialist
    543 School data specialist
    544 Testing coordinator
    545 Translator
    601 Custodian
    605 Maintenance worker
    610 Food service worker
    611 Food service manager
    615 Bus driver
    620 Security officer
    701 Substitute teacher`),
} as const;
