import type { MedicineClass } from './classes.ts'

/** One ingredient, or a fixed combination, with the names it is sold or called by and the classes it belongs to. */
export type Medicine = { ingredient: string; names: readonly string[]; classes: readonly MedicineClass[] }

/** A row of the table. `names` are brand and other names, separated by commas. */
export const medicine = (ingredient: string, names: string, ...classes: readonly MedicineClass[]): Medicine => ({
  ingredient,
  names: names === '' ? [] : names.split(', '),
  classes,
})

/** Rows that belong to the same classes: `ingredient: name, name`, one a line. */
export const allOf =
  (...classes: readonly MedicineClass[]) =>
  (lines: string): Medicine[] =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [ingredient = '', names = ''] = line.split(':')
        return medicine(ingredient.trim(), names.trim(), ...classes)
      })
