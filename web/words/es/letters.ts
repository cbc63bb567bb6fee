import type { letterWords as english } from '../en/letters.ts'
import type { InAnotherLanguage } from '../language.ts'

const help =
  'Esto no es para emergencias. Si está en peligro o en una crisis, llame al 988 (oprima 2 para español), envíe la palabra AYUDA por mensaje de texto al 988, o llame al 911.'
const lasting = (days: number) => (days === 1 ? '1 día' : `${days} días`)
const joined = (channel: 'mail' | 'sms', lines: readonly string[]) => lines.join(channel === 'sms' ? '\n' : '\n\n')

type Asking = Pick<
  InAnotherLanguage<typeof english>,
  'questions' | 'questionsAgain' | 'questionsSeldom' | 'beforeVisit' | 'crisis'
>

/** To whoever is asked in Spanish. As in English, nothing here names a treatment, an illness or a patient. */
export const letterWords: Asking = {
  questions: (channel, clinic, url, days) => ({
    subject: `${clinic}: algunas preguntas para usted`,
    body: joined(channel, [
      `${clinic} quiere saber cómo está usted. Toma unos minutos.`,
      `Ábralo aquí: ${url}`,
      `El enlace es solo para usted y sirve por ${lasting(days)}. Por favor, no lo comparta.`,
      help,
    ]),
  }),

  questionsAgain: (channel, clinic, url, days) => ({
    subject: `${clinic} piensa en usted`,
    body: joined(channel, [
      'Usted no contestó nuestras últimas preguntas. No pasa nada. Puede haber una buena razón.',
      `Si quiere, puede contestar ahora. Una pregunta es mejor que ninguna: ${url}`,
      `El enlace es solo para usted y sirve por ${lasting(days)}. Si prefiere hablar, o que no le preguntemos más, llame a ${clinic}.`,
      help,
    ]),
  }),

  questionsSeldom: (channel, clinic, url, days) => ({
    subject: `${clinic}: cuando usted quiera`,
    body: joined(channel, [
      'Le hemos preguntado algunas veces, y no tiene que contestar. De ahora en adelante le preguntaremos solo una vez al mes.',
      `Si hoy es un buen día para hacerlo: ${url}`,
      `El enlace es solo para usted y sirve por ${lasting(days)}. Ahí puede elegir otra hora, o que no le preguntemos. También puede llamar a ${clinic}.`,
      help,
    ]),
  }),

  beforeVisit: (channel, clinic, url) => ({
    subject: `${clinic}: algunas preguntas para hoy`,
    body: joined(channel, [
      `${clinic} tiene algunas preguntas para usted antes de su visita de hoy. Toma unos minutos.`,
      `Ábralo aquí: ${url}`,
      'El enlace es solo para usted y sirve hasta que empiece su visita. Por favor, no lo comparta.',
      help,
    ]),
  }),

  crisis: (clinic) => ({
    subject: clinic,
    body: 'Nadie lee estos mensajes enseguida. Por favor, llame ahora al 988 y oprima 2 para español, o envíe AYUDA al 988, a cualquier hora. Si su vida está en peligro, llame al 911.',
  }),
}
