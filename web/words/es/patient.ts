import type { patientWords as english } from '../en/patient.ts'
import type { InAnotherLanguage } from '../language.ts'

const somethingWrong =
  'Algo no funcionó de nuestro lado. Pruebe otra vez más tarde, o llame a la clínica. En inglés, para la clínica:'

/** By the kind of the answer: the server says what is wrong in English only, which stands below. */
const troubles: Readonly<Record<string, string>> = {
  offline: 'No hay conexión con la clínica. No se envió nada; lo que usted contestó sigue aquí.',
  unavailable: 'La clínica no contesta en este momento. Pruebe otra vez en un minuto.',
  'too-many': 'Se intentó muchas veces. Espere unos minutos y pruebe otra vez.',
  'not-found': 'Este enlace no abre nada. Llame a la clínica y pida uno nuevo.',
  conflict: 'Este enlace ya no se puede usar. Llame a la clínica, o busque un mensaje más nuevo.',
}

/**
 * The page behind a link for whoever is asked in Spanish: short sentences, usted. 988 answers in Spanish after a 2, and by
 * text to the word AYUDA (988lifeline.org, “What to expect”, looked up on 2026-11-29).
 */
export const patientWords: InAnotherLanguage<typeof english> = {
  product: 'Evenkeel',
  title: (clinic) => clinic,
  opening: 'Abriendo su página…',
  demo: 'Esto es una demostración. Nada de aquí llega a una clínica de verdad.',
  noLink: 'Esta página necesita el enlace de su mensaje',
  noLinkHelp: 'Abra el enlace del mensaje que le envió su clínica. Si no funciona, llame a la clínica.',
  wrongPurpose: 'Este enlace todavía no se puede abrir aquí',
  wrongPurposeHelp: 'Llame a la clínica y diga que su enlace no abrió.',
  closed: {
    used: 'Su clínica ya tiene esto',
    withdrawn: 'Hay un enlace más nuevo en lugar de este',
    expired: 'Este enlace ya venció',
  },
  closedHelp: {
    used: 'No tiene que hacer nada más aquí. Si quiere agregar algo, llame a la clínica.',
    withdrawn: 'Busque un mensaje más nuevo de su clínica, o llame a la clínica.',
    expired: 'Los enlaces sirven por un tiempo, para cuidar su privacidad. Llame a la clínica y pida uno nuevo.',
  },
  call: (clinic) => `Llamar a ${clinic}`,
  crisisShort: 'En una crisis, o si piensa en el suicidio: 988 (oprima 2 para español). Si está en peligro ahora: 911.',
  call988: 'Llamar al 988',
  text988: 'Texto al 988',
  call911: 'Llamar al 911',
  danger: '¿Está en peligro ahora? Llame al 911',
  nineEightEight:
    '988 es la Línea de Prevención del Suicidio y Crisis. Es gratis, de día y de noche. Para hablar en español, oprima 2. Por mensaje de texto, envíe la palabra AYUDA.',
  urgentTitle: 'No tiene que pasar por esto a solas',
  urgentHelp:
    'Usted dijo que ha tenido pensamientos de muerte o de lastimarse. Puede hablar con alguien ahora mismo, gratis, de día o de noche.',
  urgentNot: 'Nadie mira esta página todo el tiempo. Por favor, no espere una respuesta por aquí.',
  urgentUnknown: 'Su clínica todavía no sabe esto.',
  urgentWordsNotSent: 'Recibe sus palabras solo cuando usted las guarda o las envía.',
  urgentNotSent: 'Su clínica recibe sus respuestas solo cuando usted las envía, al final.',
  goOn: 'Seguir con las preguntas',
  start: 'Empezar',
  resume: 'Seguir donde se quedó',
  resumeHelp: 'Ya contestó algunas de estas preguntas. Todavía no se ha enviado nada a su clínica.',
  question: (at, of) => `Pregunta ${at} de ${of}`,
  readAloud: 'Leer en voz alta',
  stopReading: 'Dejar de leer',
  back: 'Atrás',
  skip: 'Prefiero no contestar esto',
  skipped: 'Sin contestar',
  reviewTitle: 'Sus respuestas',
  reviewHelp: 'Revise sus respuestas. Toque una para cambiarla. Su clínica las recibe solo cuando usted las envía.',
  left: (count) =>
    count === 1
      ? 'Queda 1 pregunta sin contestar. Puede enviarlo así.'
      : `Quedan ${count} preguntas sin contestar. Puede enviarlo así.`,
  noneYet: 'No ha contestado nada todavía. Conteste al menos una pregunta y ya lo puede enviar.',
  send: 'Enviar a la clínica',
  sending: 'Enviando…',
  keptNotSent: 'Guardado en este teléfono, todavía sin enviar',
  keptNotSentHelp:
    'No hay conexión. Se enviará por sí mismo cuando la haya. Deje esta página abierta, o vuelva a abrir el enlace más tarde.',
  notKept: 'Este teléfono no puede guardar sus respuestas. Deje esta página abierta hasta que se envíen.',
  trouble: (kind) => troubles[kind] ?? somethingWrong,
  tryAgain: 'Probar a enviar otra vez',
  tryOpening: 'Probar otra vez',
  neverSent: 'En este teléfono hay respuestas que no se enviaron a la clínica.',
  sent: 'Enviado. Gracias.',
  sentHelp: 'Su clínica ya lo tiene. Puede cerrar esta página.',
  notValidated: 'Esta es una lista propia de la clínica, no un cuestionario validado.',
  somebody: (who) => `Lo lee: ${who}.`,
  clinicTablet:
    'Esta tableta es de la clínica. Puede parar cuando quiera: solo devuélvala. Lo que no haya enviado se borra cuando el personal la desbloquea.',
  staffGoOn: 'Personal de la clínica: volver a su pantalla',
}
