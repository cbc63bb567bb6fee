import type { answerWords as answerEnglish, askingWords as askingEnglish } from '../en/outcomes.ts'
import type { InAnotherLanguage } from '../language.ts'

/** What a patient who is asked in Spanish reads behind a link that asks something. */
export const answerWords: InAnotherLanguage<typeof answerEnglish> = {
  hello: (name) => (name ? `Hola, ${name}` : 'Hola'),
  asks: {
    'next-day': {
      title: '¿Cómo está hoy?',
      why: 'Su clínica pregunta esto el día después de cada sesión. Así puede cuidar mejor de usted. Toma unos 3 minutos.',
    },
    questionnaires: {
      title: '¿Cómo ha estado?',
      why: 'Su clínica pregunta esto de vez en cuando y mira cómo cambian sus respuestas. Puede parar y seguir más tarde.',
    },
    'phq-9': {
      title: 'Las últimas dos semanas',
      why: 'Diez preguntas sobre cómo ha estado. Su clínica mira cómo cambian sus respuestas con el tiempo. Toma unos 3 minutos.',
    },
  },
  noRightAnswers: 'No hay respuestas buenas ni malas. Puede saltar cualquier pregunta.',
  inEnglish:
    'Algunas de estas preguntas están solo en inglés. Puede saltarlas, o llamar a la clínica para que le ayuden.',
  whoReads: (who) => `Sus respuestas las lee: ${who}.`,
  readNow: 'La clínica está abierta, pero es posible que nadie lea esto enseguida.',
  notReadNow: 'En este momento nadie de la clínica lee las respuestas',
  notReadNowHelp: 'Puede contestar de todos modos. Alguien las leerá cuando abra la clínica.',
  notSaidWhen: 'Su clínica no ha dicho cuándo lee las respuestas. Por favor, no espere una respuesta.',
  outOfHours: (words) => `Mientras tanto: ${words}`,
  notForEmergencies:
    'Si necesita ayuda ahora, no nos espere. Llame al 988 a cualquier hora y oprima 2 para español, o envíe la palabra AYUDA por mensaje de texto al 988. Si está en peligro, llame al 911.',
  help: {
    'call 911': {
      title: 'Por favor, llame al 911 ahora',
      says: 'Lo que dijo puede ser una emergencia. Llame al 911 ahora, o pida a alguien cerca que llame.',
    },
    'clinic now': {
      title: 'Por favor, llame a su clínica ahora',
      says: 'Su clínica tiene que saber de esto hoy. Si nadie contesta, vaya a una sala de emergencias o llame al 911.',
    },
    'clinic within 24 hours': {
      title: 'Por favor, llame a su clínica hoy o mañana',
      says: 'Su clínica quiere saber de esto dentro de 24 horas. Si empeora, no espere: llame al 911.',
    },
  },
  arrived: 'Su clínica tiene sus respuestas.',
  arrivedReadNow: 'Alguien las va a leer. Si necesita ayuda ahora, no nos espere.',
  arrivedNotRead: 'En este momento nadie las lee. Si necesita ayuda ahora, no nos espere.',
}

/** Behind a link: when somebody wants to be asked, or not at all. */
export const askingWords: InAnotherLanguage<typeof askingEnglish> = {
  open: 'Cambiar cuándo le preguntamos',
  title: 'Cuándo le preguntamos',
  hour: 'A qué hora del día',
  asClinic: (hour) => `Cuando la clínica suele preguntar (${hour})`,
  zone: (place) => `La hora es la del reloj de ${place}.`,
  phoneZone: (place) => `Usar el reloj de este teléfono (${place})`,
  ownZone: (place) => `Volver al reloj de ${place}`,
  save: 'Guardar',
  saved: 'Guardado.',
  stopTexts: 'No enviar más mensajes de texto a mi número',
  startTexts: 'Volver a enviar mensajes de texto a mi número',
  textsStopped: 'Usted no recibe mensajes de texto.',
  stop: 'Dejar de preguntarme',
  stopped: 'Ya no le preguntamos por nuestra cuenta. Siempre puede llamar a la clínica.',
  start: 'Volver a preguntarme',
  tryAgain: 'Probar otra vez',
}
