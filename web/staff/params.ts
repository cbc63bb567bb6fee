// Moved to web/params.ts, which screens may import; this stays until none of them asks here any more.
export * from '../params.ts'
