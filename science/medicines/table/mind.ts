import { allOf, type Medicine, medicine } from '../medicine.ts'

/** Antidepressants, mood stabilisers, antipsychotics and stimulants. */
export const mind: readonly Medicine[] = [
  ...allOf('antidepressant')(`
    citalopram: Celexa, Cipramil
    escitalopram: Lexapro, Cipralex
    fluoxetine: Prozac, Sarafem
    fluvoxamine: Luvox
    paroxetine: Paxil, Pexeva, Seroxat, Brisdelle
    sertraline: Zoloft, Lustral
    vilazodone: Viibryd
    vortioxetine: Trintellix, Brintellix
    desvenlafaxine: Pristiq, Khedezla
    duloxetine: Cymbalta, Drizalma
    levomilnacipran: Fetzima
    milnacipran: Savella
    venlafaxine: Effexor
    amitriptyline: Elavil
    amoxapine: Asendin
    clomipramine: Anafranil
    desipramine: Norpramin
    doxepin: Sinequan, Silenor
    imipramine: Tofranil
    maprotiline: Ludiomil
    nortriptyline: Pamelor, Aventyl
    protriptyline: Vivactil
    trimipramine: Surmontil
    bupropion: Wellbutrin, Zyban, Aplenzin, Forfivo, bupropione
    mirtazapine: Remeron
    trazodone: Desyrel, Oleptro
    agomelatine: Valdoxan
    gepirone: Exxua
    tianeptine: Stablon, Coaxil
    reboxetine: Edronax
    zuranolone: Zurzuvae
    brexanolone: Zulresso
  `),
  medicine('nefazodone', 'Serzone', 'antidepressant', 'strongCyp3a4Inhibitor'),
  medicine('amitriptyline and perphenazine', 'Triavil', 'antidepressant', 'antipsychotic'),
  medicine('olanzapine and fluoxetine', 'Symbyax', 'antidepressant', 'antipsychotic'),
  medicine('dextromethorphan and bupropion', 'Auvelity', 'antidepressant', 'nmdaLike'),
  medicine('naltrexone and bupropion', 'Contrave, Mysimba', 'antidepressant', 'opioidAntagonist'),
  ...allOf(
    'maoi',
    'antidepressant',
  )(`
    phenelzine: Nardil
    tranylcypromine: Parnate
    isocarboxazid: Marplan
    moclobemide: Aurorix, Manerix
    selegiline: Emsam, Eldepryl, Zelapar
  `),
  ...allOf(
    'maoi',
    'antibiotic',
  )(`
    linezolid: Zyvox
    tedizolid: Sivextro
  `),
  ...allOf('maoi')(`
    rasagiline: Azilect
    safinamide: Xadago
    methylene blue: Provayblue
    procarbazine: Matulane
  `),
  medicine('lamotrigine', 'Lamictal, Subvenite', 'lamotrigine', 'moodStabiliser'),
  medicine('lithium', 'Lithobid, Eskalith, Priadel', 'lithium', 'moodStabiliser'),
  ...allOf('moodStabiliser')(`
    valproate: Depakote, Depakene, valproic acid, divalproex, Epival
    oxcarbazepine: Trileptal, Oxtellar
    topiramate: Topamax, Trokendi, Qudexy
    levetiracetam: Keppra, Spritam
    lacosamide: Vimpat
    zonisamide: Zonegran
    tiagabine: Gabitril
    brivaracetam: Briviact
  `),
  ...allOf(
    'moodStabiliser',
    'enzymeInducer',
  )(`
    carbamazepine: Tegretol, Equetro, Carbatrol, Epitol
  `),
  ...allOf(
    'antipsychotic',
    'bluntingAntipsychotic',
  )(`
    clozapine: Clozaril, Fazaclo, Versacloz
    haloperidol: Haldol
    risperidone: Risperdal, Perseris, Uzedy
  `),
  ...allOf('antipsychotic')(`
    aripiprazole: Abilify, Aristada
    asenapine: Saphris, Secuado
    brexpiprazole: Rexulti
    cariprazine: Vraylar
    chlorpromazine: Thorazine
    fluphenazine: Prolixin
    iloperidone: Fanapt
    loxapine: Loxitane, Adasuve
    lumateperone: Caplyta
    lurasidone: Latuda
    olanzapine: Zyprexa
    olanzapine and samidorphan: Lybalvi
    paliperidone: Invega
    perphenazine: Trilafon
    pimavanserin: Nuplazid
    pimozide: Orap
    quetiapine: Seroquel
    thioridazine: Mellaril
    thiothixene: Navane
    trifluoperazine: Stelazine
    ziprasidone: Geodon
    xanomeline and trospium: Cobenfy
  `),
  ...allOf('stimulant')(`
    amphetamine: Adderall, Evekeo, Adzenys, Mydayis, Dyanavel, mixed amphetamine salts
    dextroamphetamine: Dexedrine, Zenzedi, ProCentra, dexamphetamine, Xelstrym
    lisdexamfetamine: Vyvanse, Elvanse
    methamphetamine: Desoxyn
    methylphenidate: Ritalin, Concerta, Metadate, Daytrana, Quillivant, Jornay, Methylin, Aptensio
    dexmethylphenidate: Focalin
    serdexmethylphenidate: Azstarys
    modafinil: Provigil
    armodafinil: Nuvigil
    phentermine: Adipex, Lomaira
    phentermine and topiramate: Qsymia
    diethylpropion: Tenuate
    pitolisant: Wakix
    solriamfetol: Sunosi
  `),
  ...allOf('other')(`
    atomoxetine: Strattera
    viloxazine: Qelbree
    buspirone: Buspar
  `),
  ...allOf('nmdaLike')(`
    memantine: Namenda
    memantine and donepezil: Namzaric
    dextromethorphan: Delsym, Robitussin, DXM
    dextromethorphan and quinidine: Nuedexta
    amantadine: Symmetrel, Gocovri, Osmolex
  `),
  ...allOf('psychedelic')(`
    nitrous oxide: laughing gas
    psilocybin: magic mushrooms, shrooms
    LSD: lysergide
    MDMA: ecstasy, molly
    DMT: dimethyltryptamine
    mescaline: peyote
    ibogaine: iboga
    phencyclidine: angel dust
  `),
  medicine('ayahuasca', '', 'psychedelic', 'maoi'),
  ...allOf('ketamine')(`
    ketamine: Ketalar, racemic ketamine, ketamine troche, ketamine lozenge
    esketamine: Spravato
    arketamine:
  `),
  ...allOf('other')(`
    donepezil: Aricept
    rivastigmine: Exelon
    galantamine: Razadyne
    acamprosate: Campral
    disulfiram: Antabuse
    varenicline: Chantix
    nicotine: Nicorette, NicoDerm
    carbidopa and levodopa: Sinemet, Rytary
    pramipexole: Mirapex
    ropinirole: Requip
    benztropine: Cogentin
    trihexyphenidyl: Artane
    valbenazine: Ingrezza
    deutetrabenazine: Austedo
    melatonin:
    ramelteon: Rozerem
    tasimelteon: Hetlioz
  `),
]
