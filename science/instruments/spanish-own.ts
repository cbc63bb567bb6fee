import { policy } from '../sources.ts'
import type { Words } from './spanish.ts'

/**
 * Our own lists, which nobody validated in any language, in our own translation: for somebody who reads no English a
 * question about breathing is worse unread than plainly put. No translator by trade has looked at it; each says so.
 */
const ours = {
  version: '1-es',
  sentence: 'Escrito para este proyecto; Apache-2.0. No es una escala validada.',
  source: policy('our own translation of our own list; nobody who translates for a living has read it'),
} as const

const yesOrNo = { yes: 'Sí', no: 'No' }

export const nextDayWords: Words = {
  ...ours,
  stem: 'Desde su sesión, ¿ha tenido algo de esto?',
  questions: {
    mood: 'Comparado con antes de la sesión, ¿cómo está su ánimo hoy?',
    breathing:
      'Dificultad para respirar, dolor de pecho, un dolor de cabeza repentino y muy fuerte, una convulsión o debilidad en un lado del cuerpo',
    vomiting: 'Vómitos por más de 6 horas',
    confusion: 'Confusión, o sentir que las cosas no son reales, hoy',
    fall: 'Una caída o un golpe en la cabeza',
    highPressure: 'Una medida muy alta de la presión arterial',
    urine: 'Ardor al orinar, orinar muy seguido o con sangre',
    jaundice: 'Ojos amarillos u orina oscura',
    mania: 'Ánimo muy acelerado, o ver u oír cosas que otros no ven ni oyen',
    cravings: 'Muchas ganas de usar ketamina u otra droga',
    drove: '¿Manejó antes de dormir una noche completa?',
  },
  answers: yesOrNo,
  answersOf: {
    mood: {
      'much better': 'Mucho mejor',
      better: 'Un poco mejor',
      same: 'Igual',
      worse: 'Un poco peor',
      'much worse': 'Mucho peor',
    },
  },
}

export const sinceLastWords: Words = {
  ...ours,
  stem: 'Desde su última visita con nosotros:',
  questions: {
    medicines: '¿Empezó, dejó o cambió alguna medicina, o dejó de tomar algún día sus pastillas para la presión?',
    illness: '¿Ha estado enfermo(a), o en un hospital o una sala de emergencias?',
    heart: '¿Ha tenido dolor de pecho, latidos muy rápidos, un desmayo o una medida alta de la presión arterial?',
    injury: '¿Ha tenido una caída o un golpe en la cabeza?',
    substances: '¿Ha tomado más alcohol que de costumbre, o alguna droga que no le recetaron?',
    pregnancy: '¿Es posible que esté embarazada?',
    reaction: '¿Algo de la última sesión le siguió molestando al día siguiente o después?',
    other: '¿Hay algo más que debamos saber?',
  },
  answers: yesOrNo,
}

export const urinaryWords: Words = {
  ...ours,
  stem: 'Desde su última visita, ¿ha tenido algo de esto?',
  questions: {
    frequency: 'Ir al baño a orinar más seguido',
    urgency: 'Ganas fuertes y repentinas de orinar',
    nocturia: 'Levantarse de noche a orinar',
    dysuria: 'Ardor o dolor al orinar',
    pain: 'Dolor en la vejiga o en la parte baja del vientre',
    blood: 'Sangre en la orina que usted puede ver',
  },
  answers: { none: 'No', same: 'Sí, igual que antes', new: 'Sí, nuevo', worse: 'Sí, peor que antes' },
}
