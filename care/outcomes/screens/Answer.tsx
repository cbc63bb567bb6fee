import { useEffect, useState } from 'react'
import { Notice } from '../../../web/controls/Notice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import type { SentAnswers } from '../../../web/patient/kept.ts'
import type { OpenLink } from '../../../web/patient/link.ts'
import { Questions } from '../../../web/patient/Questions.tsx'
import type { AnswerValue } from '../../../web/patient/questionnaire.ts'
import { Trouble } from '../../../web/patient/Trouble.tsx'
import { useAnswerWords, usePageLanguage } from '../../../web/patient/words.ts'
import { ApiProblem } from '../../../web/problem.ts'
import type { Sheet } from '../sheets.ts'
import { WhenAsked } from './WhenAsked.tsx'

/** Behind a link for answers: the questions of that link, one a screen. */
export const Answer = ({ link }: { link: OpenLink }) => {
  const words = useAnswerWords()
  const [sheet, setSheet] = useState<Sheet>()
  const [problem, setProblem] = useState<ApiProblem>()
  const [coverNow, setCoverNow] = useState<boolean | null>(null)
  const { get } = link
  useEffect(() => {
    get<Sheet>('/api/link/questions')
      .then(setSheet)
      .catch((error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error
        setProblem(error)
      })
  }, [get])
  if (problem) return <Trouble problem={problem} />
  if (!sheet) return <Skeleton title lines={4} />

  const send = async (sent: SentAnswers) => {
    const reply = await link.post<{ coverNow: boolean | null }>('/api/link/answers', sent)
    setCoverNow(reply.coverNow)
  }
  return (
    <Questions
      link={link}
      questionnaires={sheet.lists}
      intro={<Intro link={link} sheet={sheet} />}
      readers={<Readers link={link} />}
      besides={<WhenAsked link={link} />}
      urgent={(item, value, of) => helpShown(words, helpOf(sheet, of.id, item.linkId, value))}
      onSend={send}
      done={
        <>
          <p>{words.arrived}</p>
          <p>{coverNow ? words.arrivedReadNow : words.arrivedNotRead}</p>
          <WhenAsked link={link} />
        </>
      }
    />
  )
}

/** Who reads what is sent, and whether somebody does now, as the clinic has said it. */
const Readers = ({ link }: { link: OpenLink }) => {
  const words = useAnswerWords()
  const { who, now } = link.clinic.cover ?? {}
  const when =
    now === undefined ? words.notSaidWhen : now ? words.readNow : `${words.notReadNow}. ${words.notReadNowHelp}`
  return (
    <p>
      {who && words.whoReads(who)} {when}
    </p>
  )
}

/** What an answer calls for at once, as the clinic's server said with the questions. */
const helpOf = ({ lists }: Sheet, list: string, linkId: string, value: AnswerValue) =>
  lists
    .find(({ id }) => id === list)
    ?.items.find((item) => item.linkId === linkId)
    ?.answers.find((answer) => answer.value === value)?.help

const helpShown = (words: ReturnType<typeof useAnswerWords>, help: ReturnType<typeof helpOf>) => {
  if (help === undefined || help === 'suicide') return help === 'suicide'
  return { ...words.help[help], first: help === 'call 911' ? ('911' as const) : ('clinic' as const) }
}

/** Why this is asked, and who reads it when, before anything is typed. */
const Intro = ({ link, sheet: { asks, lists } }: { link: OpenLink; sheet: Sheet }) => {
  const words = useAnswerWords()
  const language = usePageLanguage()
  const { who, outOfHours, now } = link.clinic.cover ?? {}
  return (
    <>
      <div className="stack" data-gap="tight">
        <p className="soft">{words.hello(link.patientName)}</p>
        <h1>{words.asks[asks].title}</h1>
        <p>{words.asks[asks].why}</p>
        <p>{words.noRightAnswers}</p>
        {language === 'es' && lists.some((list) => list.language !== 'es') && <p>{words.inEnglish}</p>}
      </div>
      {now === true ? (
        <>
          <p>
            {who && words.whoReads(who)} {words.readNow}
          </p>
          <p>{words.notForEmergencies}</p>
        </>
      ) : (
        <Notice signal="attention" title={now === false ? words.notReadNow : words.notSaidWhen}>
          {now === false && <p>{words.notReadNowHelp}</p>}
          {outOfHours && <p>{words.outOfHours(outOfHours)}</p>}
          <p>{words.notForEmergencies}</p>
        </Notice>
      )}
    </>
  )
}
