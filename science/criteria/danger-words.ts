/**
 * Words that speak of suicide or self-harm (RL-07). It finds too much rather than too little, and misses what nobody
 * thought of: it adds help, and nothing is taken from its silence. Clinic policy, no published list.
 */
const words: readonly RegExp[] = [
  /suicid/,
  // As it is often misspelled.
  /\bsu[ics]{1,3}i?d(e\b|al)/,
  // Whoever refers somebody, or writes of a child, says it of another.
  /\bkill(ing)? (my|him|her|them) ?sel(f|ves)\b/,
  /\bend(ing)? (it all|my life|things|my own life)\b/,
  /\b(want|wish|wanted|wanting|ready|going|rather|better off) (to )?(die|dead|be dead|not be alive|not live)\b/,
  /\bwish i (was|were) (dead|never born|not here|not alive)\b/,
  /\bbetter off (dead|without me)\b/,
  /\b(hurt|harm|cut|cutting|hurting|harming)(ing)? (my|him|her|them) ?sel(f|ves)\b/,
  /\bself[- ]?harm/,
  /\b(no|not any) (reason|point) (to|in) (live|living|go on|going on)\b/,
  /\b(do not|don't|dont|can't|cannot|cant) (want to )?(live|be here|be alive|go on|wake up)\b/,
  /\btake my (own )?life\b/,
  /\boverdos/,
  /\b(want|wants|wanted|wanting|going|ready|wanna) (to )?end it\b/,
  /\b(no longer|never|not) (want|wish) to (live|be alive|be here|exist|wake up)\b/,
  /\b(don't|dont|do not|didn't|did not) (wanna|want to) (exist|be here|be alive|live|wake up)\b/,
  /\bwish i (would|did|could) ?(not|never|n't) wake up\b/,
  /\btired of (living|life|being alive)\b/,
  /\b(not|isn't|isnt|no longer) worth living\b/,
  /\b(hang|hanging|shoot|shooting|drown|drowning|poison|poisoning) (my|him|her|them)sel(f|ves)\b/,
  /\b(thoughts? of|thinking (of|about)|think (of|about)) (dying|death|ending)\b/,
  /\bjump(ing)? (off|from|in front of)\b/,
  /\bbetter (off )?without me\b/,
  /(?<!\d ?)\bkms\b/,
  /\bunaliv/,
  // In Spanish, of oneself or of another; accents are taken off before.
  /\b(matar|matan)(me|te|se|do|dome|nos)\b|\bmatarl[oae]s?\b/,
  /\bquitar(me|te|se|nos)? la vida\b/,
  /\b(acabar|terminar) con (todo|mi vida|su vida)\b/,
  /\b(quiero|quisiera|queria|deseo|prefiero|preferiria|ganas de) (morir|morirme|estar muert[oa]|no estar vivo|no despertar)\b/,
  /\bno (quiero|quisiera|puedo|aguanto|vale la pena) (vivir|seguir|estar viv[oa]|despertar|mas)\b/,
  /\b(estaria|estarian|estoy) mejor (muert[oa]|sin mi)\b/,
  /\b(lastimar|cortar|herir)(me|te|se)\b|\bhacer(me|te|se) dano\b/,
  /\bsobredosis\b/,
]

export const speaksOfDanger = (text: string): boolean => {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ')
  return words.some((pattern) => pattern.test(plain))
}
