/** Reads tokens.css for the tests and the palette check: the values of one mode, and how far apart two colours are. */

export const modes = ['light', 'dark', 'dim'] as const
export type Mode = (typeof modes)[number]

/** The custom properties a mode ends up with. `selector` is the text before the brace, as written in tokens.css. */
export const tokensOf = (css: string, selector: string): Record<string, string> => {
  const found: Record<string, string> = {}
  for (const [, heads = '', body = ''] of css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!heads.split(',').some((head) => head.trim().replaceAll('"', "'") === selector)) continue
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) found[name] = value.trim()
  }
  return found
}

const channel = (hex: string): number => {
  const share = Number.parseInt(hex, 16) / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Relative luminance of '#rrggbb', 0 (black) to 1 (white). Source: WCAG 2.2, relative luminance. */
export const luminance = (colour: string): number => {
  const [, r, g, b] = /^#(..)(..)(..)/.exec(colour) ?? []
  if (!r || !g || !b) throw new Error(`Not a #rrggbb colour: ${colour}`)
  return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
}

/** Contrast ratio, 1 to 21. Source: WCAG 2.2, contrast ratio. */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
