/** Whether a host is this machine itself, by its name or address; in an address of the web ::1 stands in brackets. */
export const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '::1', '[::1]'].includes(host)
