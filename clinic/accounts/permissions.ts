/** What somebody can do here for a living. A person may have several; `display` is a screen on a wall, not a person. */
export const roles = ['owner', 'prescriber', 'monitor', 'therapist', 'front-desk', 'display'] as const
export type Role = (typeof roles)[number]

/**
 * Which role may do what. One line a permission; every route names one of these, and a test walks role × route.
 * A therapist's permissions reach only the patients they are assigned to (`clinic/records/access.ts`).
 */
export const permissions = {
  'account.own': ['owner', 'prescriber', 'monitor', 'therapist', 'front-desk'],
  'clinic.read': ['owner', 'prescriber', 'monitor', 'therapist', 'front-desk'],
  'clinic.set': ['owner'],
  'staff.manage': ['owner'],
  'staff.list': ['owner', 'prescriber', 'monitor', 'therapist', 'front-desk'],
  'outbox.read': ['owner'],
  'audit.read': ['owner', 'prescriber'],

  'patients.list': ['prescriber', 'monitor', 'therapist', 'front-desk'],
  'patients.register': ['prescriber', 'monitor', 'front-desk'],
  'patients.read': ['prescriber', 'monitor', 'therapist', 'front-desk'],
  'patients.assign': ['prescriber', 'front-desk'],
  'records.read': ['prescriber', 'monitor', 'therapist'],
  'records.write': ['prescriber', 'monitor'],
  'chart.read': ['prescriber', 'monitor', 'therapist'],

  'intake.ask': ['prescriber', 'monitor', 'front-desk'],

  'requests.read': ['owner', 'prescriber', 'front-desk'],
  'requests.act': ['owner', 'prescriber', 'front-desk'],
  'requests.register': ['prescriber', 'front-desk'],

  'evaluation.read': ['prescriber', 'monitor'],
  'evaluation.write': ['prescriber', 'monitor'],
  'evaluation.determine': ['prescriber'],

  'consent.publish': ['owner', 'prescriber'],
  'consent.read': ['prescriber', 'monitor', 'therapist', 'front-desk'],
  'consent.ask': ['prescriber', 'monitor', 'front-desk'],
  'consent.text': ['prescriber', 'monitor', 'therapist'],
  'consent.answer': ['prescriber', 'monitor'],
  'consent.withdraw': ['prescriber', 'monitor', 'front-desk'],
  'consent.countersign': ['prescriber'],
  'consent.therapist-sign': ['therapist'],

  'releases.read': ['prescriber', 'monitor', 'therapist', 'front-desk'],
  'releases.record': ['prescriber', 'monitor', 'front-desk'],

  'letters.read': ['prescriber', 'monitor'],
  'letters.write': ['prescriber', 'monitor'],
  'letters.sign': ['prescriber'],

  'plans.read': ['prescriber', 'monitor', 'therapist'],
  'plans.sign': ['prescriber'],

  'sessions.read': ['prescriber', 'monitor', 'front-desk'],
  'sessions.book': ['prescriber', 'monitor', 'front-desk'],
  'sessions.arrive': ['prescriber', 'monitor', 'front-desk'],
  'sessions.record': ['prescriber', 'monitor'],
  'sessions.clear': ['prescriber'],
  'sessions.dose': ['prescriber', 'monitor'],
  'sessions.release': ['prescriber', 'monitor'],
  'sessions.note': ['prescriber', 'monitor', 'therapist'],
  'board.read': ['prescriber', 'monitor', 'front-desk', 'display'],

  'rems.read': ['prescriber', 'monitor'],
  'rems.write': ['prescriber', 'monitor'],
  'rems.setting': ['owner', 'prescriber', 'monitor'],

  'outcomes.read': ['prescriber', 'monitor', 'therapist'],
  'outcomes.record': ['prescriber', 'monitor'],
  'outcomes.ask': ['prescriber', 'monitor', 'front-desk'],

  'registry.read': ['prescriber', 'monitor', 'therapist'],

  'cohort.read': ['owner', 'prescriber'],
  'cohort.export': ['owner', 'prescriber'],

  'alerts.read': ['prescriber', 'monitor'],
  'alerts.act': ['prescriber', 'monitor'],

  'drills.read': ['owner', 'prescriber', 'monitor'],
  'drills.start': ['owner', 'prescriber', 'monitor'],
  'drills.play': ['monitor'],
  'drills.sign': ['owner', 'prescriber'],

  'stock.read': ['owner', 'prescriber', 'monitor'],
  'stock.record': ['prescriber', 'monitor'],
  'stock.settle': ['owner', 'prescriber'],
  'stock.log': ['prescriber', 'monitor'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export const allPermissions = Object.keys(permissions) as Permission[]

/** Whether any of these roles may. Unknown roles may nothing. */
export const mayDo = (held: readonly string[], permission: Permission): boolean =>
  permissions[permission].some((role) => held.includes(role))

export const permissionsOf = (held: readonly string[]): Permission[] =>
  allPermissions.filter((permission) => mayDo(held, permission))
