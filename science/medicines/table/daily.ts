import { allOf, type Medicine } from '../medicine.ts'

/** Everyday medicines that no interaction here names: known, so that a list of them is not unknown. */
export const daily: readonly Medicine[] = [
  ...allOf('diabetes')(`
    metformin: Glucophage
    insulin: Lantus, Humalog, Novolog, Basaglar, Tresiba, Levemir, insulin glargine, insulin lispro, insulin aspart
    glipizide: Glucotrol
    glimepiride: Amaryl
    glyburide: DiaBeta
    empagliflozin: Jardiance
    dapagliflozin: Farxiga
    canagliflozin: Invokana
    sitagliptin: Januvia
    linagliptin: Tradjenta
    pioglitazone: Actos
    semaglutide: Ozempic, Wegovy, Rybelsus
    tirzepatide: Mounjaro, Zepbound
    liraglutide: Victoza, Saxenda
    dulaglutide: Trulicity
  `),
  ...allOf('antacid')(`
    omeprazole: Prilosec
    esomeprazole: Nexium
    lansoprazole: Prevacid
    pantoprazole: Protonix
    rabeprazole: Aciphex
    famotidine: Pepcid
    ranitidine: Zantac
    sucralfate: Carafate
    calcium carbonate: Tums
    docusate: Colace
    senna: Senokot
    polyethylene glycol: Miralax
    loperamide: Imodium
    psyllium: Metamucil
    linaclotide: Linzess
    dicyclomine: Bentyl
  `),
  ...allOf('antiemetic')(`
    ondansetron: Zofran
    metoclopramide: Reglan
    prochlorperazine: Compazine
    scopolamine: Transderm Scop
    granisetron: Kytril
  `),
  ...allOf('pain')(`
    acetaminophen: Tylenol, paracetamol
    ibuprofen: Advil, Motrin
    naproxen: Aleve, Naprosyn
    celecoxib: Celebrex
    diclofenac: Voltaren
    meloxicam: Mobic
    indomethacin: Indocin
    ketorolac: Toradol
    lidocaine: Lidoderm
    sumatriptan: Imitrex
    rizatriptan: Maxalt
    erenumab: Aimovig
    galcanezumab: Emgality
    fremanezumab: Ajovy
    rimegepant: Nurtec
    ubrogepant: Ubrelvy
    colchicine: Colcrys
    allopurinol: Zyloprim
  `),
  ...allOf('hormone')(`
    ethinylestradiol: ethinyl estradiol, Yaz, Yasmin, Sprintec, Ortho Tri Cyclen, NuvaRing, Lo Loestrin, the pill
    norethindrone: Camila, Errin
    levonorgestrel: Mirena, Kyleena, Plan B
    etonogestrel: Nexplanon
    medroxyprogesterone: Provera, Depo Provera
    estradiol: Estrace, Climara, Vivelle
    progesterone: Prometrium
    testosterone: AndroGel
    finasteride: Proscar, Propecia
    tamsulosin: Flomax
    sildenafil: Viagra
    tadalafil: Cialis
    oxybutynin: Ditropan
    mirabegron: Myrbetriq
    tolterodine: Detrol
    raloxifene: Evista
    alendronate: Fosamax
    letrozole: Femara
    anastrozole: Arimidex
    tamoxifen: Nolvadex
    methimazole: Tapazole
    propylthiouracil: PTU
  `),
  ...allOf('supplement')(`
    vitamin D: cholecalciferol, vitamin D3, D3
    vitamin B12: cyanocobalamin, B12
    vitamin C: ascorbic acid
    vitamin B complex: B complex
    folic acid: folate
    methylfolate: Deplin, L methylfolate
    iron: ferrous sulfate
    calcium:
    magnesium: magnesium glycinate, magnesium oxide
    potassium: potassium chloride, Klor Con
    zinc:
    biotin:
    omega 3: fish oil, Lovaza, Vascepa, omega 3 fatty acids
    probiotic: probiotics
    creatine:
    ashwagandha:
    turmeric: curcumin
    coenzyme Q10: CoQ10
    N acetylcysteine: NAC, acetylcysteine
    L theanine: theanine
    multivitamin: prenatal vitamin, Centrum
  `),
  ...allOf('other')(`
    prednisone: Deltasone
    methylprednisolone: Medrol
    dexamethasone: Decadron
    hydrocortisone: Cortef
    hydroxychloroquine: Plaquenil
    methotrexate: Trexall
    azathioprine: Imuran
    mycophenolate: CellCept
    adalimumab: Humira
    etanercept: Enbrel
    infliximab: Remicade
    ustekinumab: Stelara
    dupilumab: Dupixent
    tofacitinib: Xeljanz
    levodopa:
    latanoprost: Xalatan
    isotretinoin: Accutane
    tretinoin: Retin A
    emtricitabine and tenofovir: Truvada, Descovy
    bictegravir: Biktarvy
    orlistat: Alli
  `),
]
