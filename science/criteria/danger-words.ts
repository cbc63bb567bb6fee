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
  /\b(want|wants|wanted|wanting|going|ready) (to )?end it\b/,
  /\b(no longer|never|not) (want|wish) to (live|be alive|be here|exist|wake up)\b/,
  /\b(don't|dont|do not|didn't|did not) want to (exist|be here|be alive|live|wake up)\b/,
  /\bwish i (would|did|could) ?(not|never|n't) wake up\b/,
  /\btired of (living|life|being alive)\b/,
  /\b(not|isn't|isnt|no longer) worth living\b/,
  /\b(hang|hanging|shoot|shooting|drown|drowning|poison|poisoning) (my|him|her|them)sel(f|ves)\b/,
  /\b(thoughts? of|thinking (of|about)|think (of|about)) (dying|death|ending)\b/,
  /\bjump(ing)? (off|from|in front of)\b/,
  /\bbetter (off )?without me\b/,
  /(?<!\d ?)\bkms\b/,
  /\bunaliv/,
  /\bwish i (wasn't|wasnt|weren't|werent) (here|alive|born)\b/,
  /\bnothing (left )?to live for\b/,
  /\b(point|reason|use) (of|in) (living|being alive|going on)\b/,
  /\bif i (was|were) (gone|dead)\b/,
  /\b(slit|slitting|cut|cutting) (my|his|her|their) wrists?\b/,
  /\bcutting again\b/,
  /\b(feel like|could|might|about to|thought of|thoughts of) (just )?(to )?(end|ending) it\b/,
  /\b(want|wants|wanted|need) (it|it all|everything|all of it|my life) to (end|stop|be over)\b/,
  /\b(wish|want|wanted|like) (i |to )?(could |would )?(just )?disappear\b/,
  /\bnever (to )?wak(e|ing) up\b|\bsleep forever\b/,
  /\b(thinking|think|thought|want|wanted|going|could|might) (about |of |to )?(just )?(tak(e|ing)|swallow(ing)?) all (of )?(my|the|his|her|their) (pills|meds|medicines?|medication|tablets)\b/,
  /\b(nobody|no one|no-one) (would|will|'d) (even )?(miss me|notice if i)\b/,
  /\b(am|i'm|im|being|feel like) (just |only |such )?a burden\b/,
  /\b(can't|cannot|cant|can not) (do|take|bear|stand) (this|it|life) any ?(more|longer)\b/,
  /\b(no|not see|don't see|dont see|can't see|cant see) (a |any )?(other )?way out\b/,
  /\b(life|living) (is not|is no longer|isn't|isnt) worth\b/,
  /\bfeel(s|ing)? like (dying|death)\b/,
  /\bgoodbye (note|letter)s?\b/,
  /\b(bought|buy|got|get|have|loaded) (a|the|my|his|her) (gun|rope|noose)\b/,
  /\bend(ing)? (my|the|this|all this) (suffering|misery|existence)\b/,
  /\b(stop|quit|done) living\b|\b(enough of|done with|sick of|finished with) (this |my )?life\b/,
  /\bdo something (stupid|to (my|him|her|them) ?sel(f|ves))\b/,
  /\b(not|don't|dont|do not|never) (feel )?safe (with|from|around|by) myself\b/,
  // As clinicians who refer somebody write it; "si" alone is Spanish.
  /\b(passive|active|chronic|ongoing|current|recent|worsening) si\b|\bsi\/hi\b/,
  // In Spanish, of oneself or of another; accents are taken off before.
  /\b(matar|matan)(me|te|se|do|dome|nos)\b|\bmatarl[oae]s?\b/,
  /\bquitar(me|te|se|nos)? la vida\b/,
  /\b(acabar|terminar) con (todo|mi vida|su vida)\b/,
  /\b(quiero|quisiera|queria|deseo|prefiero|preferiria|ganas de) (morir|morirme|estar muert[oa]|no estar vivo|no despertar)\b/,
  /\bno (quiero|quisiera|puedo|aguanto|vale la pena) (vivir|seguir|estar viv[oa]|despertar|mas)\b/,
  /\b(estaria|estarian|estoy) mejor (muert[oa]|sin mi)\b/,
  /\b(lastimar|cortar|herir)(me|te|se)\b|\bhacer(me|te|se) dano\b/,
  /\bsobredosis\b/,
  /\bsu[ics]{1,3}i?d(arme|arse|io)\b/,
  /\b(me|te|se|nos) (\w+ ){0,2}matar\b/,
  /\bquite la vida\b/,
  /\b(ahorcar|envenenar)(me|te|se)\b|\bcolgarme\b|\b(pegar|dar|meter)(me|te|se) un tiro\b/,
  /\b(tirar|aventar|lanzar|arrojar|saltar)(me|se)? (de|del|desde|al|a) ((un|una|el|la|las|los) )?(puente|tren|vias|metro|balcon|edificio|techo|azotea|ventana)\b/,
  /\bme corto\b(?! (el (pelo|cabello|pasto)|las unas)\b)|\bme (lastimo|hago dano)\b/,
  /\bno (quiero|quisiera|deseo) (existir|estar aqui)\b|\b(quiero|ganas de) desaparecer\b/,
  /\b(desearia|ojala|mejor)( estar| estuviera)? muert[oa]\b|\bojala (no (me )?despert|me (muer|mur))/,
  /\bdormir(me)? (y|para) (ya )?no despertar/,
  /\b(pensamientos|ideas) de (muerte|morir)|\b(pienso|pensar|pensando|pense) (\w+ )?en (la muerte|mi muerte|morir)/,
  /\b(cansad[oa]|hart[oa]) de (vivir|la vida)\b|\b(sin|perdi|perdido|no tengo) (mas |las )?ganas de vivir\b/,
  /\b(no|sin) (\w+ ){0,2}(razon|razones|motivos?|sentido) (para|de) (vivir|seguir)\b|\bvida no (vale|tiene sentido)\b/,
]

export const speaksOfDanger = (text: string): boolean => {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    // As it is said and texted, so that each pattern above need not.
    .replace(/\b(wanna|want 2)\b/g, 'want to')
    .replace(/\bgonna\b/g, 'going to')
  return words.some((pattern) => pattern.test(plain))
}
