/** Hours a patient may choose: those in which a phone may ring (see `quiet` in clinic/links/cover.ts). */
export const askingHours = Array.from({ length: 12 }, (_, hour) => `${String(hour + 8).padStart(2, '0')}:00`)
