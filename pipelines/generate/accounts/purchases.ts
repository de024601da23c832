import { purchaseActivity } from './activity.ts';
import type { Activity } from './activity.ts';

/*
 * Tables of what is bought: id, purpose, level, function (- where a clerk left it out), object, program, what is typed,
 * and who sells it.
 */

/** A clerk may mistake the function of these; what he types in the description tells what they were. */
const everyday = `
  library_books | libraries_technology | school | 2220 | 6400 | 1100 | LIBRARY BOOKS; LIBRARY DATABASE RENEWAL | Bookwright Supply; Northern Library Service
  classroom_technology | libraries_technology | school | 2230 | 6500 | 1100 | STUDENT TABLETS; TABLET CARTS; CLASSROOM PROJECTOR | Brightline Devices; Edgewater Computing
  custodial_supplies | maintenance | school_support | 2610 | 6100 | 1100 | CUSTODIAL SUPPLIES; FLOOR FINISH; TRASH LINERS | Cleanwell Products; Tri-County Janitorial
  repairs | maintenance | school_support | 2620 | 4300 | 1100 | BOILER REPAIR; ROOF REPAIR; PLUMBING REPAIR | Keystone Mechanical; Hart & Daughters Roofing
  security_services | security_safety | school_support | 2660 | 3400 | 1100 | ALARM MONITORING; DOOR ACCESS SERVICE | Sentry Alarm Company
  athletics | arts_athletics | school | 1400 | 8900 | 1900 | GAME OFFICIALS; BAND INSTRUMENTS; ATHLETIC EQUIPMENT | Valley Officials Association; Maestro Music
  office_supplies | school_office | school | 2411 | 6100 | 1100 | OFFICE SUPPLIES; COPIER PAPER | Paperworks Direct
  bus_fuel | to_and_from_school | school_support | 2710 | 6200 | 1900 | BUS FUEL | Interstate Fuel Cooperative
  grounds | maintenance | school_support | 2620 | 4200 | 1900 | GROUNDS CARE; SNOW REMOVAL | Greenway Grounds
  test_licenses | testing | school_support | 2240 | 3400 | 1100 | ASSESSMENT LICENSES; TEST SCORING | Fair Measures Testing
`;

const schools = `
  materials | textbooks_materials | school | 1110 | 6100 | 1100 | CLASSROOM SUPPLIES; SCIENCE KITS; WORKBOOKS; ART SUPPLIES; MATH MANIPULATIVES | Teachers Corner; Paperworks Direct; Scholars Supply House
  textbooks | textbooks_materials | school | 1110 | 6400 | 1100 | TEXTBOOK ORDER; NOVEL SETS; DIGITAL TEXTBOOK LICENSES | Meridian Press; Lamplight Publishing
  reading_materials | textbooks_materials | school | 1110 | 6400 | 1100 | DECODABLE READERS; EARLY READING KITS | Lamplight Publishing
  utilities | utilities | school_support | 2611 | 4100 | 1100 | ELECTRIC SERVICE; WATER AND SEWER; NATURAL GAS | Great Lakes Power; City Water Department; Ohio Valley Gas
  food | meals | school_support | 3100 | 6300 | 1900 | PRODUCE; MILK; COMMODITY PROCESSING | Heartland Foods; Buttercup Dairy
  small_group_supplies | small_group_aides | school | 1190 | 6100 | 1100 | SMALL GROUP SUPPLIES | Teachers Corner
  summer_supplies | extended_year_summer | school | 1195 | 6100 | 1100 | SUMMER PROGRAM SUPPLIES | Teachers Corner
  undescribed | textbooks_materials | school | - | 6100 | 1100 | PER PURCHASE ORDER | Various
  tutoring_services | tutoring | school | 1190 | 3200 | 1100 | TUTORING SESSIONS | BrightPath Tutoring; Study Circle
  career_equipment | career_technical | school | 1310 | 7300 | 1300 | WELDING BOOTH; HEALTH LAB EQUIPMENT; KITCHEN EQUIPMENT | Trades Outfitters
  college_services | college_readiness | school | 2191 | 3200 | 1100 | COLLEGE ADVISING; ENTRANCE TEST FEES | Pathways Advising
  community_services | family_community | school | 2190 | 3200 | 1100 | COMMUNITY SCHOOL SERVICES | Riverbend Community Partnership
  grant_tutoring | tutoring | school | 1190 | 3200 | 1100 | TITLE I TUTORING | BrightPath Tutoring
  center_services | related_services | school | 2150 | 3200 | 1200 | THERAPY SERVICES | Allied Therapy Group
`;

/** Training, wherever it is posted: the project or the kind of purchase tells what it is. */
const training = `
  workshops | workshops_training | school_support | 2213 | 3300 | 1100 | WORKSHOP FACILITATION; TRAINING SERIES; TRAINER FEES | Learning Partners Institute; Summit Professional Learning
  school_workshops | workshops_training | school | 1110 | 3300 | 1100 | ON SITE TRAINING; TRAINER FEES | Learning Partners Institute; Teach Together LLC
  scattered_workshops | workshops_training | school_support | 1110 | 3300 | 1100 | TRAINING SERIES; INSTITUTE REGISTRATION | Teach Together LLC; Summit Professional Learning
  coaching_materials | workshops_training | school_support | 1110 | 6100 | 1100 | COACHING GUIDES | Teach Together LLC
  mentor_materials | workshops_training | school_support | 2213 | 6100 | 1100 | MENTOR GUIDES | Teach Together LLC
  tuition | courses_tuition | school_support | 2213 | 2500 | 1100 | TUITION REIMBURSEMENT | Employee Reimbursement
  conferences | conferences_travel | school_support | 2213 | 5800 | 1100 | CONFERENCE TRAVEL | Employee Reimbursement; Metro Travel
  principal_academy | principal_development | school_support | 2410 | 3300 | 1100 | PRINCIPALS ACADEMY | Leadership Works
  training_office | professional_learning_management | central | 2213 | 6100 | 1100 | TRAINING OFFICE SUPPLIES | Paperworks Direct
`;

const central = `
  board_expenses | board_superintendent | central | 2310 | 8100 | 1900 | ASSOCIATION DUES; ELECTION COSTS | State School Boards Association; County Board of Elections
  communications_services | communications | central | 2560 | 5500 | 1900 | NEWSLETTER PRINTING | Riverbend Printing
  legal_services | legal | central | 2315 | 3400 | 1900 | LEGAL SERVICES | Hollis & Ware LLP
  settlements | legal | central | 2315 | 8200 | 1900 | SETTLEMENT | Hollis & Ware LLP
  audit_services | finance | central | 2510 | 3400 | 1900 | AUDIT FEES; BANK FEES | State Auditor; First River Bank
  personnel_services | human_resources | central | 2570 | 3400 | 1900 | BACKGROUND CHECKS | ClearCheck
  recruiting_services | recruiting | central | 2572 | 5400 | 1900 | JOB ADVERTISING | Teachers Wanted Online
  warehouse_supplies | purchasing | central | 2520 | 6100 | 1900 | WAREHOUSE SUPPLIES | Paperworks Direct
  technology_services | technology | central | 2580 | 3400 | 1900 | ERP MAINTENANCE; NETWORK SERVICE; SERVER HOSTING | Civic Systems; Lakes Telecom
  insurance_premiums | insurance | central | 2590 | 5200 | 1900 | LIABILITY INSURANCE; PROPERTY INSURANCE | Public Schools Insurance Pool
  curriculum_services | curriculum | central | 2212 | 3200 | 1100 | CURRICULUM REVIEW | Meridian Press
  transport_contract | to_and_from_school | school_support | 2710 | 5100 | 1900 | ROUTE CONTRACT | Valley Bus Lines
  special_education_routes | special_education_transportation | school_support | 2720 | 5100 | 1200 | SPECIAL EDUCATION ROUTES | Valley Bus Lines; CareRide
  activity_buses | activity_transportation | school_support | 2790 | 5100 | 1900 | ACTIVITY TRIPS | Valley Bus Lines
  outside_placements | outside_placements | school | 1215 | 5600 | 1200 | PLACEMENT TUITION | Maplewood School; County Education Center
`;

/** Outside the K-12 operating budget. */
const outside = `
  debt_service | debt | school_support | 5100 | 8300 | 1900 | BOND PRINCIPAL AND INTEREST | First River Bank
  construction | capital | school_support | 4500 | 4500 | 1900 | WINDOW REPLACEMENT; GYM ADDITION | Buckeye Builders
  charter_tuition | charter_tuition | school_support | 1910 | 5600 | 1900 | CHARTER TUITION | Riverbend Preparatory Charter
  adult_classes | adult_community | school_support | 1600 | 3200 | 1600 | EVENING CLASSES | Riverbend Adult Learning
  private_school_services | private_school_share | school_support | 1920 | 3200 | 1100 | EQUITABLE SERVICES | Study Circle
`;

const rowsOf = (table: string): string[] => table.trim().split('\n');

export const PURCHASES: readonly Activity[] = [
  ...rowsOf(everyday).map((row) => purchaseActivity(row, true)),
  ...[schools, training, central, outside]
    .flatMap(rowsOf)
    .map((row) => purchaseActivity(row, false)),
];
