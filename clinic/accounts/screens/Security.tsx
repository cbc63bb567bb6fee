import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { type Account, accountPath, type Proven } from './account.ts'
import { PasskeyList } from './PasskeyList.tsx'
import { PasswordAndApp } from './PasswordAndApp.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SignInList } from './SignInList.tsx'
import { useProof } from './useProof.tsx'

const words = accountWords.security

/** One's own ways of signing in, and where one is signed in. */
export const Security = () => {
  const { data: account, error, refetch } = useRead<Account>(accountPath)
  const { proven, dialog } = useProof(account?.hasPassword)
  const [codes, setCodes] = useState<string[]>()
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />
  if (error && inTheWay(error, account)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!account) return <Skeleton title lines={6} />
  return (
    <>
      <PageTitle title={words.title} over={account.email}>
        {words.help}
      </PageTitle>
      <div className="stack" data-gap="wide">
        {account.signIns.some(({ here, method }) => here && method === 'recovery code') && (
          <Notice signal="attention" title={words.lost} />
        )}
        <PasskeyList account={account} proven={proven} />
        <PasswordAndApp account={account} proven={proven} />
        <Recovery account={account} proven={proven} onCodes={setCodes} />
        <SignInList account={account} />
      </div>
      {dialog}
    </>
  )
}

const Recovery = ({
  account,
  proven,
  onCodes,
}: {
  account: Account
  proven: Proven
  onCodes: (codes: string[]) => void
}) => {
  const queries = useQueryClient()
  const { recoveryCodesLeft: left } = account
  return (
    <section className="stack">
      <h2>{words.recovery}</h2>
      {left > 2 ? (
        <p>{words.recoveryLeft(left)}</p>
      ) : (
        <State signal="attention">{left === 0 ? words.recoveryNone : words.recoveryLeft(left)}</State>
      )}
      <p className="soft">{words.newCodesHelp}</p>
      <Button
        kind="quiet"
        onPress={async () => {
          const made = await proven(() => api.post<{ recoveryCodes: string[] }>('/api/account/recovery-codes'))
          await queries.invalidateQueries({ queryKey: [accountPath] })
          onCodes(made.recoveryCodes)
        }}
      >
        {words.newCodes}
      </Button>
    </section>
  )
}
