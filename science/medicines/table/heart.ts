import { allOf, type Medicine, medicine } from '../medicine.ts'

/** Blood pressure, heart and blood. */
export const heart: readonly Medicine[] = [
  ...allOf('antihypertensive')(`
    amlodipine: Norvasc, Katerzia
    amlodipine and benazepril: Lotrel
    amlodipine and valsartan: Exforge
    amlodipine and olmesartan: Azor
    atenolol: Tenormin
    atenolol and chlorthalidone: Tenoretic
    azilsartan: Edarbi
    benazepril: Lotensin
    bisoprolol: Zebeta
    bisoprolol and hydrochlorothiazide: Ziac
    bumetanide: Bumex
    candesartan: Atacand
    captopril: Capoten
    carvedilol: Coreg
    chlorthalidone: Thalitone
    clonidine: Catapres, Kapvay
    diltiazem: Cardizem, Tiazac, Cartia
    doxazosin: Cardura
    enalapril: Vasotec
    eplerenone: Inspra
    felodipine: Plendil
    fosinopril: Monopril
    furosemide: Lasix
    guanfacine: Tenex, Intuniv
    hydralazine: Apresoline
    hydrochlorothiazide: HCTZ, Microzide, HydroDiuril
    indapamide: Lozol
    irbesartan: Avapro, Avalide
    isradipine: DynaCirc
    labetalol: Trandate, Normodyne
    lisinopril: Prinivil, Zestril, Qbrelis
    lisinopril and hydrochlorothiazide: Zestoretic, Prinzide
    losartan: Cozaar
    losartan and hydrochlorothiazide: Hyzaar
    methyldopa: Aldomet
    metoprolol: Lopressor, Toprol
    minoxidil: Loniten
    moexipril: Univasc
    nadolol: Corgard
    nebivolol: Bystolic
    nicardipine: Cardene
    nifedipine: Procardia, Adalat
    nisoldipine: Sular
    olmesartan: Benicar
    perindopril: Aceon
    pindolol: Visken
    prazosin: Minipress
    propranolol: Inderal, Hemangeol
    quinapril: Accupril
    ramipril: Altace
    sacubitril and valsartan: Entresto
    spironolactone: Aldactone
    telmisartan: Micardis
    terazosin: Hytrin
    timolol: Blocadren
    torsemide: Demadex
    trandolapril: Mavik
    triamterene and hydrochlorothiazide: Dyazide, Maxzide
    valsartan: Diovan
    valsartan and hydrochlorothiazide: Diovan HCT
    verapamil: Calan, Isoptin, Verelan
  `),
  ...allOf('anticoagulant')(`
    apixaban: Eliquis
    dabigatran: Pradaxa
    edoxaban: Savaysa
    rivaroxaban: Xarelto
    warfarin: Coumadin, Jantoven
    enoxaparin: Lovenox
    heparin:
    prasugrel: Effient
    ticagrelor: Brilinta
    aspirin: ASA, acetylsalicylic acid, Bayer, Ecotrin
  `),
  ...allOf(
    'anticoagulant',
    'cyp2b6Inhibitor',
  )(`
    clopidogrel: Plavix
    ticlopidine: Ticlid
  `),
  ...allOf('statin')(`
    atorvastatin: Lipitor
    fluvastatin: Lescol
    lovastatin: Mevacor
    pitavastatin: Livalo
    pravastatin: Pravachol
    rosuvastatin: Crestor
    simvastatin: Zocor
    ezetimibe: Zetia
    fenofibrate: Tricor
    gemfibrozil: Lopid
  `),
  ...allOf('other')(`
    amiodarone: Pacerone, Cordarone
    digoxin: Lanoxin
    flecainide: Tambocor
    sotalol: Betapace
    isosorbide mononitrate: Imdur
    isosorbide dinitrate: Isordil
    nitroglycerin: Nitrostat
    ranolazine: Ranexa
    ivabradine: Corlanor
  `),
  medicine('midodrine', 'ProAmatine', 'pressor'),
  medicine('droxidopa', 'Northera', 'pressor'),
]
