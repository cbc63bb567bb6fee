import { allOf, type Medicine, medicine } from '../medicine.ts'

/** What makes drowsy or slows breathing: benzodiazepines, Z-drugs, opioids, gabapentinoids, antihistamines. */
export const sedating: readonly Medicine[] = [
  ...allOf('benzodiazepine')(`
    alprazolam: Xanax, Niravam
    bromazepam: Lexotan, Lexotanil
    chlordiazepoxide: Librium
    clobazam: Onfi, Sympazan
    clonazepam: Klonopin, Rivotril
    clorazepate: Tranxene
    diazepam: Valium, Diastat, Valtoco
    estazolam: ProSom
    etizolam: Etilaam
    flurazepam: Dalmane
    lorazepam: Ativan, Loreev
    lormetazepam: Noctamid
    midazolam: Versed, Nayzilam
    nitrazepam: Mogadon
    oxazepam: Serax
    quazepam: Doral
    remimazolam: Byfavo
    temazepam: Restoril
    triazolam: Halcion
    chlordiazepoxide and clidinium: Librax
  `),
  medicine('chlordiazepoxide and amitriptyline', 'Limbitrol', 'benzodiazepine', 'antidepressant'),
  ...allOf('zDrug')(`
    zolpidem: Ambien, Edluar, Intermezzo
    zopiclone: Imovane, Zimovane
    eszopiclone: Lunesta
    zaleplon: Sonata
  `),
  ...allOf('opioid')(`
    codeine: Tylenol 3, Tylenol with codeine, acetaminophen and codeine
    fentanyl: Duragesic, Actiq, Fentora
    hydrocodone: Hysingla, Zohydro
    hydrocodone and acetaminophen: Vicodin, Norco, Lortab
    hydromorphone: Dilaudid, Exalgo
    levorphanol: Levo Dromoran
    meperidine: Demerol, pethidine
    methadone: Dolophine, Methadose
    morphine: MS Contin, Kadian
    oliceridine: Olinvyk
    oxycodone: OxyContin, Roxicodone, Xtampza
    oxycodone and acetaminophen: Percocet, Endocet, Roxicet
    oxymorphone: Opana
    tapentadol: Nucynta
    tramadol: Ultram, ConZip
    tramadol and acetaminophen: Ultracet
    buprenorphine: Subutex, Butrans, Sublocade, Belbuca, Brixadi
    butorphanol: Stadol
    nalbuphine: Nubain
    pentazocine: Talwin
    kratom: mitragynine
    heroin: diamorphine
    opium: laudanum
  `),
  medicine('buprenorphine and naloxone', 'Suboxone, Zubsolv', 'opioid', 'opioidAntagonist'),
  ...allOf('opioidAntagonist')(`
    naltrexone: Vivitrol, Revia, LDN
    naloxone: Narcan, Kloxxado, Zimhi
    nalmefene: Opvee, Selincro
    methylnaltrexone: Relistor
    naloxegol: Movantik
  `),
  ...allOf('gabapentinoid')(`
    gabapentin: Neurontin, Gralise, Horizant
    pregabalin: Lyrica
    mirogabalin: Tarlige
  `),
  ...allOf('sedatingAntihistamine')(`
    diphenhydramine: Benadryl, ZzzQuil, Sominex
    acetaminophen and diphenhydramine: Tylenol PM
    ibuprofen and diphenhydramine: Advil PM
    doxylamine: Unisom
    hydroxyzine: Vistaril, Atarax
    chlorpheniramine: Chlor Trimeton
    cyproheptadine: Periactin
    brompheniramine: Dimetapp
  `),
  ...allOf(
    'sedatingAntihistamine',
    'antiemetic',
  )(`
    doxylamine and pyridoxine: Diclegis, Bonjesta
    promethazine: Phenergan
    dimenhydrinate: Dramamine
    meclizine: Antivert, Bonine
  `),
  medicine('dextromethorphan and doxylamine', 'NyQuil', 'nmdaLike', 'sedatingAntihistamine'),
  ...allOf('barbiturate')(`
    butabarbital: Butisol
    butalbital: Fioricet, Fiorinal, Esgic
    pentobarbital: Nembutal
    secobarbital: Seconal
  `),
  ...allOf(
    'barbiturate',
    'enzymeInducer',
  )(`
    phenobarbital: Luminal, phenobarbitone, Sezaby
    primidone: Mysoline
  `),
  ...allOf('alcohol')(`
    alcohol: wine, beer, vodka
  `),
  ...allOf('otherDepressant')(`
    baclofen: Lioresal
    carisoprodol: Soma
    cyclobenzaprine: Flexeril, Amrix
    methocarbamol: Robaxin
    metaxalone: Skelaxin
    tizanidine: Zanaflex
    dantrolene: Dantrium
    sodium oxybate: Xyrem, Xywav, Lumryz
    orphenadrine: Norflex
    chlorzoxazone: Parafon Forte
    meprobamate: Miltown
    chloral hydrate:
    suvorexant: Belsomra
    lemborexant: Dayvigo
    daridorexant: Quviviq
  `),
  ...allOf('other')(`
    cannabis: marijuana, THC, weed
    cannabidiol: CBD, Epidiolex
    dronabinol: Marinol
    nabilone: Cesamet
  `),
]
