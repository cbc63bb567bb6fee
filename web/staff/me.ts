// Moved to web/me.ts, which screens may import; this stays until none of them asks here any more.
export * from '../me.ts'
