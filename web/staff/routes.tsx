import { accountWords } from '../words/en/accounts.ts'
import { alertWords, outboxWords } from '../words/en/alerts.ts'
import { answersWords } from '../words/en/answers.ts'
import { letterWords } from '../words/en/care-letters.ts'
import { chartWords } from '../words/en/chart.ts'
import { cohortWords } from '../words/en/cohort.ts'
import { consentWords } from '../words/en/consent.ts'
import { demoWords } from '../words/en/demo.ts'
import { drillWords } from '../words/en/drills.ts'
import { evaluationWords } from '../words/en/evaluation.ts'
import { intakeStaffWords } from '../words/en/intake.ts'
import { levelWords } from '../words/en/levels.ts'
import { locationWords } from '../words/en/locations.ts'
import { outcomeWords } from '../words/en/outcomes.ts'
import { overTimeWords } from '../words/en/over-time.ts'
import { planWords } from '../words/en/plans.ts'
import { questionnaireScreenWords } from '../words/en/questionnaires.ts'
import { recordWords } from '../words/en/records.ts'
import { registryWords } from '../words/en/registry.ts'
import { releaseWords } from '../words/en/releases.ts'
import { remsWords } from '../words/en/rems.ts'
import { requestStaffWords } from '../words/en/request.ts'
import { roomWords } from '../words/en/room.ts'
import { sessionWords } from '../words/en/sessions.ts'
import { shellWords } from '../words/en/shell.ts'
import { stockWords } from '../words/en/stock.ts'
import { type StaffRoute, screen } from './screen.ts'

/** Every page of the staff application: one line each. The first one that fits the person's role is the start page. */
export const staffRoutes: StaffRoute[] = [
  {
    path: '/',
    title: sessionWords.today,
    may: 'sessions.read',
    screen: screen(() => import('../../care/sessions/screens/Today.tsx'), 'Today'),
  },
  {
    path: '/board',
    title: sessionWords.board,
    may: 'board.read',
    bare: true,
    screen: screen(() => import('../../care/sessions/screens/Board.tsx'), 'Board'),
  },
  {
    path: '/sessions/book',
    title: sessionWords.book.title,
    may: 'sessions.book',
    screen: screen(() => import('../../care/sessions/screens/Book.tsx'), 'Book'),
  },
  {
    path: '/sessions/$sessionId',
    title: sessionWords.session,
    may: 'sessions.record',
    room: true,
    screen: screen(() => import('../../care/sessions/screens/Session.tsx'), 'Session'),
  },
  {
    path: '/sessions/$sessionId/sheet',
    title: roomWords.sheet.title,
    may: 'sessions.record',
    screen: screen(() => import('../../care/sessions/screens/Sheet.tsx'), 'Sheet'),
  },
  {
    path: '/sessions/$sessionId/instructions',
    title: roomWords.leaflet.title,
    may: 'sessions.record',
    screen: screen(() => import('../../care/sessions/screens/Instructions.tsx'), 'Instructions'),
  },
  {
    path: '/settings/sheets',
    title: roomWords.sheet.emptyTitle,
    may: 'sessions.record',
    settings: roomWords.sheet.emptyTitle,
    screen: screen(() => import('../../care/sessions/screens/EmptySheets.tsx'), 'EmptySheets'),
  },
  {
    path: '/patients/$patientId/sessions/$sessionId/note',
    title: sessionWords.note,
    may: 'sessions.note',
    screen: screen(() => import('../../care/sessions/screens/Note.tsx'), 'Note'),
  },
  {
    path: '/patients/$patientId/sessions/$sessionId/rems',
    title: remsWords.title,
    may: 'rems.read',
    screen: screen(() => import('../../care/rems/screens/RemsForm.tsx'), 'RemsForm'),
  },
  {
    path: '/patients/$patientId/rems',
    title: remsWords.enrolment,
    may: 'rems.read',
    screen: screen(() => import('../../care/rems/screens/Enrolment.tsx'), 'PatientEnrolment'),
  },
  {
    path: '/settings/rems',
    title: remsWords.settingTitle,
    may: 'rems.setting',
    settings: remsWords.settingTitle,
    screen: screen(() => import('../../care/rems/screens/Enrolment.tsx'), 'SettingEnrolment'),
  },
  {
    path: '/settings/locations',
    title: locationWords.title,
    may: 'clinic.set',
    settings: locationWords.title,
    screen: screen(() => import('../../clinic/locations/screens/Locations.tsx'), 'Locations'),
  },
  {
    path: '/settings/rooms',
    title: sessionWords.rooms,
    may: 'clinic.set',
    settings: sessionWords.rooms,
    screen: screen(() => import('../../care/sessions/screens/Rooms.tsx'), 'Rooms'),
  },
  {
    path: '/patients',
    title: recordWords.patients,
    may: 'patients.list',
    screen: screen(() => import('../../clinic/records/screens/PatientsList.tsx'), 'PatientsList'),
  },
  {
    path: '/patients/new',
    title: recordWords.registerTitle,
    may: 'patients.register',
    screen: screen(() => import('../../clinic/records/screens/Register.tsx'), 'Register'),
  },
  {
    path: '/registry',
    title: registryWords.title,
    may: 'registry.read',
    screen: screen(() => import('../../care/registry/screens/Registry.tsx'), 'Registry'),
  },
  {
    path: '/clinic-outcomes',
    title: cohortWords.title,
    may: 'cohort.read',
    settings: cohortWords.title,
    screen: screen(() => import('../../care/cohort/screens/Cohort.tsx'), 'Cohort'),
  },
  {
    path: '/requests',
    title: requestStaffWords.title,
    may: 'requests.read',
    screen: screen(() => import('../../care/intake/request/screens/Requests.tsx'), 'Requests'),
  },
  {
    path: '/requests/$requestId/register',
    title: requestStaffWords.register,
    may: 'requests.register',
    screen: screen(() => import('../../care/intake/request/screens/RegisterRequest.tsx'), 'RegisterRequest'),
  },
  {
    path: '/patients/$patientId/record',
    title: recordWords.record,
    may: 'patients.read',
    screen: screen(() => import('../../clinic/records/screens/Record.tsx'), 'Record'),
  },
  {
    path: '/patients/$patientId/record/identity',
    title: recordWords.changeWho,
    may: 'patients.register',
    screen: screen(() => import('../../clinic/records/screens/ChangeIdentity.tsx'), 'ChangeIdentity'),
  },
  {
    path: '/patients/$patientId/intake',
    title: intakeStaffWords.title,
    may: 'intake.ask',
    screen: screen(() => import('../../care/intake/screens/IntakeState.tsx'), 'IntakeState'),
  },
  {
    path: '/patients/$patientId/evaluation',
    title: evaluationWords.title,
    may: 'evaluation.read',
    screen: screen(() => import('../../care/evaluation/screens/Evaluation.tsx'), 'Evaluation'),
  },
  {
    path: '/patients/$patientId/determination',
    title: evaluationWords.determination,
    may: 'evaluation.read',
    screen: screen(() => import('../../care/evaluation/screens/Determination.tsx'), 'Determination'),
  },
  {
    path: '/patients/$patientId',
    title: chartWords.title,
    may: 'chart.read',
    screen: screen(() => import('../../care/chart/screens/Chart.tsx'), 'Chart'),
  },
  {
    path: '/patients/$patientId/over-time',
    title: overTimeWords.title,
    may: 'outcomes.read',
    screen: screen(() => import('../../care/over-time/screens/OverTime.tsx'), 'OverTime'),
  },
  {
    path: '/patients/$patientId/answers',
    title: answersWords.title,
    may: 'outcomes.read',
    screen: screen(() => import('../../care/outcomes/screens/AllAnswers.tsx'), 'AllAnswers'),
  },
  {
    path: '/patients/$patientId/trail',
    title: chartWords.trail,
    may: 'audit.read',
    screen: screen(() => import('../../care/chart/screens/Trail.tsx'), 'Trail'),
  },
  {
    path: '/alerts',
    title: alertWords.title,
    may: 'alerts.read',
    screen: screen(() => import('../../clinic/safety/screens/Alerts.tsx'), 'Alerts'),
  },
  {
    path: '/alerts/closed',
    title: alertWords.closedTitle,
    may: 'alerts.read',
    screen: screen(() => import('../../clinic/safety/screens/Alerts.tsx'), 'ClosedAlerts'),
  },
  {
    path: '/stock',
    title: stockWords.title,
    may: 'stock.read',
    screen: screen(() => import('../../clinic/stock/screens/Stock.tsx'), 'Stock'),
  },
  {
    path: '/stock/items/$itemId',
    title: stockWords.title,
    may: 'stock.read',
    screen: screen(() => import('../../clinic/stock/screens/StockItem.tsx'), 'StockItem'),
  },
  {
    path: '/stock/items/$itemId/count',
    title: stockWords.countTitle,
    may: 'stock.record',
    screen: screen(() => import('../../clinic/stock/screens/Count.tsx'), 'Count'),
  },
  {
    path: '/stock/inventory',
    title: stockWords.inventory,
    may: 'stock.read',
    screen: screen(() => import('../../clinic/stock/screens/Inventory.tsx'), 'Inventory'),
  },
  {
    path: '/stock/log',
    title: stockWords.logTitle,
    may: 'stock.log',
    screen: screen(() => import('../../clinic/stock/screens/Log.tsx'), 'StockLog'),
  },
  {
    path: '/follow-up',
    title: outcomeWords.followUp,
    may: 'outcomes.ask',
    screen: screen(() => import('../../care/outcomes/screens/FollowUps.tsx'), 'FollowUps'),
  },
  {
    path: '/drills',
    title: drillWords.title,
    may: 'drills.read',
    settings: drillWords.setting,
    screen: screen(() => import('../../care/drills/screens/Drills.tsx'), 'Drills'),
  },
  {
    path: '/drills/$drillId',
    title: drillWords.title,
    may: 'drills.read',
    screen: screen(() => import('../../care/drills/screens/Drill.tsx'), 'Drill'),
  },
  {
    path: '/settings/outbox',
    title: outboxWords.title,
    may: 'outbox.read',
    settings: outboxWords.title,
    screen: screen(() => import('../../clinic/messages/screens/Outbox.tsx'), 'Outbox'),
  },
  {
    path: '/levels',
    title: levelWords.title,
    may: 'plans.read',
    settings: levelWords.title,
    screen: screen(() => import('../../care/learn/screens/Levels.tsx'), 'Levels'),
  },
  { path: '/settings', title: shellWords.settings, screen: screen(() => import('./Settings.tsx'), 'Settings') },
  {
    path: '/patients/$patientId/consent',
    title: consentWords.title,
    may: 'consent.read',
    screen: screen(() => import('../../care/consent/screens/Consent.tsx'), 'Consent'),
  },
  {
    path: '/patients/$patientId/letters',
    title: letterWords.title,
    may: 'letters.read',
    screen: screen(() => import('../../care/letters/screens/Letters.tsx'), 'Letters'),
  },
  {
    path: '/patients/$patientId/letters/$letterId',
    title: letterWords.title,
    may: 'letters.read',
    screen: screen(() => import('../../care/letters/screens/Letter.tsx'), 'Letter'),
  },
  {
    path: '/patients/$patientId/releases',
    title: releaseWords.title,
    may: 'releases.read',
    screen: screen(() => import('../../clinic/releases/screens/Releases.tsx'), 'Releases'),
  },
  {
    path: '/patients/$patientId/releases/$recipientId',
    title: releaseWords.record,
    may: 'releases.record',
    screen: screen(() => import('../../clinic/releases/screens/RecordRelease.tsx'), 'RecordRelease'),
  },
  {
    path: '/patients/$patientId/releases/$recipientId/ask',
    title: releaseWords.askTitle,
    may: 'releases.record',
    screen: screen(() => import('../../clinic/releases/screens/AskRelease.tsx'), 'AskRelease'),
  },
  {
    path: '/patients/$patientId/plan',
    title: planWords.title,
    may: 'plans.read',
    screen: screen(() => import('../../care/plans/screens/Plan.tsx'), 'Plan'),
  },
  {
    path: '/settings/consent',
    title: consentWords.documentTitle,
    may: 'consent.publish',
    settings: consentWords.documentSettings,
    screen: screen(() => import('../../care/consent/screens/ConsentDocument.tsx'), 'ConsentDocument'),
  },
  {
    path: '/settings/clinic',
    title: accountWords.clinic.title,
    may: 'clinic.set',
    settings: accountWords.clinic.title,
    screen: screen(() => import('../../clinic/accounts/screens/ClinicSettings.tsx'), 'ClinicSettings'),
  },
  {
    path: '/settings/questionnaires',
    title: questionnaireScreenWords.title,
    may: 'clinic.set',
    settings: questionnaireScreenWords.title,
    screen: screen(() => import('../../clinic/responses/screens/Questionnaires.tsx'), 'Questionnaires'),
  },
  {
    path: '/settings/outcomes',
    title: outcomeWords.define.title,
    may: 'outcomes.read',
    settings: outcomeWords.define.title,
    screen: screen(() => import('../../care/outcomes/screens/Definitions.tsx'), 'Definitions'),
  },
  {
    path: '/settings/limits',
    title: accountWords.limits.title,
    may: 'clinic.set',
    settings: accountWords.limits.title,
    screen: screen(() => import('../../clinic/accounts/screens/Limits.tsx'), 'Limits'),
  },
  {
    path: '/settings/standing-orders',
    title: roomWords.orders.title,
    may: 'clinic.set',
    settings: roomWords.orders.title,
    screen: screen(() => import('../../clinic/accounts/screens/StandingOrders.tsx'), 'StandingOrders'),
  },
  {
    path: '/settings/staff',
    title: accountWords.staff.title,
    may: 'staff.manage',
    settings: accountWords.staff.title,
    screen: screen(() => import('../../clinic/accounts/screens/Staff.tsx'), 'Staff'),
  },
  {
    path: '/settings/accounts',
    title: accountWords.trail.title,
    may: 'staff.manage',
    settings: accountWords.trail.title,
    screen: screen(() => import('../../clinic/accounts/screens/AccountTrail.tsx'), 'AccountTrail'),
  },
  {
    path: '/settings/sign-in',
    title: accountWords.security.title,
    may: 'account.own',
    settings: accountWords.security.title,
    screen: screen(() => import('../../clinic/accounts/screens/Security.tsx'), 'Security'),
  },
  {
    path: '/demo',
    title: demoWords.title,
    open: true,
    screen: screen(() => import('../../demo/screens/Demo.tsx'), 'Demo'),
  },
  {
    path: '/first-run',
    title: accountWords.firstRun.title,
    open: true,
    screen: screen(() => import('../../clinic/accounts/screens/FirstRun.tsx'), 'FirstRun'),
  },
  {
    path: '/setup',
    title: accountWords.setUp.title,
    open: true,
    screen: screen(() => import('../../clinic/accounts/screens/Setup.tsx'), 'Setup'),
  },
  {
    path: '/join',
    title: accountWords.join.tab,
    open: true,
    screen: screen(() => import('../../clinic/accounts/screens/Join.tsx'), 'Join'),
  },
]

/** Shown in place to whoever is not signed in, whatever page they asked for. */
export const signInScreen = screen(() => import('../../clinic/accounts/screens/SignIn.tsx'), 'SignIn')
