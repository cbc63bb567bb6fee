/** Help beside the English one: whoever wrote in Spanish that they want to die is answered in Spanish, too. */
export const helpInSpanish =
  '¿Habla español? Llame ahora al 988 y oprima 2, o envíe AYUDA por mensaje de texto al 988, a cualquier hora. Si está en peligro, llame al 911.'
