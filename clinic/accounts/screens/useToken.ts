import { useState } from 'react'

/** What stands after the `#` of this page's address. Browsers never send it to a server, so no log has it. */
export const useToken = (): string => useState(() => window.location.hash.slice(1))[0]
