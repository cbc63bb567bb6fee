import { allOf, type Medicine } from '../medicine.ts'

/** Lungs, thyroid, infections, and what changes how fast the liver breaks things down. */
export const body: readonly Medicine[] = [
  ...allOf(
    'theophylline',
    'lungs',
  )(`
    theophylline: Theo 24, Uniphyl, Theochron
    aminophylline:
  `),
  ...allOf('pressor')(`
    pseudoephedrine: Sudafed
    phenylephrine: Sudafed PE, Neo Synephrine
    oxymetazoline: Afrin, Vicks Sinex
    xylometazoline: Otrivin
    naphazoline: Clear Eyes
    ephedrine: Bronkaid, ephedra, ma huang
    epinephrine: EpiPen, adrenaline, Auvi Q, Primatene
    loratadine and pseudoephedrine: Claritin D
    cetirizine and pseudoephedrine: Zyrtec D
    fexofenadine and pseudoephedrine: Allegra D
    vasopressin: Vasostrict
    caffeine: NoDoz, Vivarin, energy drinks
    yohimbine: yohimbe
    synephrine: bitter orange
  `),
  ...allOf(
    'pressor',
    'lungs',
  )(`
    albuterol: ProAir, Ventolin, Proventil, salbutamol
    levalbuterol: Xopenex
    salmeterol: Serevent
    formoterol: Perforomist
    fluticasone and salmeterol: Advair, Wixela
    budesonide and formoterol: Symbicort, Breyna
    fluticasone and vilanterol: Breo
    albuterol and ipratropium: Combivent, DuoNeb
    terbutaline: Brethine
  `),
  ...allOf('thyroidHormone')(`
    levothyroxine: Synthroid, Levoxyl, Unithroid, Tirosint, Euthyrox, thyroxine
    liothyronine: Cytomel
    desiccated thyroid: Armour Thyroid, NP Thyroid, Nature Throid
    liotrix: Thyrolar
  `),
  ...allOf('strongCyp3a4Inhibitor')(`
    ketoconazole: Nizoral
    itraconazole: Sporanox, Tolsura
    posaconazole: Noxafil
    voriconazole: Vfend
    ritonavir: Norvir
    nirmatrelvir and ritonavir: Paxlovid
    lopinavir and ritonavir: Kaletra
    cobicistat: Tybost, Stribild, Genvoya, Prezcobix, Symtuza, Evotaz
    darunavir: Prezista
    atazanavir: Reyataz
    indinavir: Crixivan
    nelfinavir: Viracept
    saquinavir: Invirase
    idelalisib: Zydelig
    ceritinib: Zykadia
    grapefruit: grapefruit juice
  `),
  ...allOf(
    'strongCyp3a4Inhibitor',
    'antibiotic',
  )(`
    clarithromycin: Biaxin
    telithromycin: Ketek
  `),
  ...allOf(
    'enzymeInducer',
    'antibiotic',
  )(`
    rifampin: Rifadin, rifampicin, Rimactane
    rifabutin: Mycobutin
    rifapentine: Priftin
  `),
  ...allOf('enzymeInducer')(`
    phenytoin: Dilantin
    fosphenytoin: Cerebyx
    St Johns wort: hypericum, Saint Johns wort, SJW
    enzalutamide: Xtandi
    apalutamide: Erleada
    mitotane: Lysodren
    efavirenz: Sustiva, Atripla
    bosentan: Tracleer
    lumacaftor and ivacaftor: Orkambi
  `),
  ...allOf('antibiotic')(`
    amoxicillin: Amoxil
    amoxicillin and clavulanate: Augmentin
    azithromycin: Zithromax, Z Pak
    cefalexin: Keflex, cephalexin
    cefuroxime: Ceftin
    ciprofloxacin: Cipro
    clindamycin: Cleocin
    doxycycline: Vibramycin
    levofloxacin: Levaquin
    metronidazole: Flagyl
    minocycline: Minocin
    nitrofurantoin: Macrobid, Macrodantin
    penicillin: penicillin V
    trimethoprim and sulfamethoxazole: Bactrim, Septra, sulfa
    vancomycin: Vancocin
    terbinafine: Lamisil
    acyclovir: Zovirax
    valacyclovir: Valtrex
  `),
  ...allOf('lungs')(`
    budesonide: Pulmicort, Rhinocort
    fluticasone: Flonase, Flovent
    mometasone: Nasonex, Asmanex
    beclomethasone: Qvar
    triamcinolone: Nasacort, Kenalog
    ipratropium: Atrovent
    tiotropium: Spiriva
    montelukast: Singulair
    cetirizine: Zyrtec
    levocetirizine: Xyzal
    loratadine: Claritin
    desloratadine: Clarinex
    fexofenadine: Allegra
    azelastine: Astelin
    guaifenesin: Mucinex
  `),
]
