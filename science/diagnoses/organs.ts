import { listed } from './selection.ts'

/** Lungs, liver, kidneys, bladder and pregnancy, as far as a criterion asks about them. */
export const organs = listed(`
J00 Acute nasopharyngitis [common cold]
J01.- Acute sinusitis
J01.90 Acute sinusitis, unspecified
J01.91 Acute recurrent sinusitis, unspecified
J06.- Acute upper respiratory infections of multiple and unspecified sites
J06.9 Acute upper respiratory infection, unspecified ~ common cold URI
J30.- Vasomotor and allergic rhinitis
J30.2 Other seasonal allergic rhinitis
J30.9 Allergic rhinitis, unspecified
J32.- Chronic sinusitis
J32.9 Chronic sinusitis, unspecified
J33.- Nasal polyp
J33.9 Nasal polyp, unspecified
J34.- Other and unspecified disorders of nose and nasal sinuses
J34.2 Deviated nasal septum
J34.89 Other specified disorders of nose and nasal sinuses
J43.- Emphysema
J43.9 Emphysema, unspecified
J44.- Other chronic obstructive pulmonary disease ~ COPD
J44.0 Chronic obstructive pulmonary disease with (acute) lower respiratory infection ~ COPD
J44.1 Chronic obstructive pulmonary disease with (acute) exacerbation ~ COPD
J44.9 Chronic obstructive pulmonary disease, unspecified ~ COPD
J84.- Other interstitial pulmonary diseases
J84.10 Pulmonary fibrosis, unspecified
J84.112 Idiopathic pulmonary fibrosis
J84.9 Interstitial pulmonary disease, unspecified
J96.- Respiratory failure, not elsewhere classified
J96.1- Chronic respiratory failure
J96.10 Chronic respiratory failure, unspecified whether with hypoxia or hypercapnia
J96.11 Chronic respiratory failure with hypoxia
J96.90 Respiratory failure, unspecified, unspecified whether with hypoxia or hypercapnia
Z99.81 Dependence on supplemental oxygen
B18.- Chronic viral hepatitis
B18.1 Chronic viral hepatitis B without delta-agent
B18.2 Chronic viral hepatitis C
B18.9 Chronic viral hepatitis, unspecified
I85.- Esophageal varices
I85.00 Esophageal varices without bleeding
I85.01 Esophageal varices with bleeding
I85.10 Secondary esophageal varices without bleeding
I85.11 Secondary esophageal varices with bleeding
K70.- Alcoholic liver disease
K70.0 Alcoholic fatty liver
K70.10 Alcoholic hepatitis without ascites
K70.30 Alcoholic cirrhosis of liver without ascites
K70.31 Alcoholic cirrhosis of liver with ascites
K70.9 Alcoholic liver disease, unspecified
K71.- Toxic liver disease
K71.0 Toxic liver disease with cholestasis
K71.9 Toxic liver disease, unspecified
K72.- Hepatic failure, not elsewhere classified
K72.10 Chronic hepatic failure without coma
K72.90 Hepatic failure, unspecified without coma
K73.- Chronic hepatitis, not elsewhere classified
K73.9 Chronic hepatitis, unspecified
K74.- Fibrosis and cirrhosis of liver
K74.00 Hepatic fibrosis, unspecified
K74.3 Primary biliary cirrhosis ~ cholangitis
K74.60 Unspecified cirrhosis of liver
K74.69 Other cirrhosis of liver
K75.4 Autoimmune hepatitis
K75.81 Nonalcoholic steatohepatitis (NASH)
K76.- Other diseases of liver
K76.0 Fatty (change of) liver, not elsewhere classified
K76.6 Portal hypertension
K76.7 Hepatorenal syndrome
K76.82 Hepatic encephalopathy
K76.9 Liver disease, unspecified
R16.0 Hepatomegaly, not elsewhere classified
R17 Unspecified jaundice
R18.8 Other ascites
R74.- Abnormal serum enzyme levels
R74.01 Elevation of levels of liver transaminase levels
R74.02 Elevation of levels of lactic acid dehydrogenase [LDH]
R74.8 Abnormal levels of other serum enzymes
R74.9 Abnormal serum enzyme level, unspecified
R94.5 Abnormal results of liver function studies
Z94.4 Liver transplant status
N17.- Acute kidney failure
N17.9 Acute kidney failure, unspecified
N18.- Chronic kidney disease (CKD)
N18.1 Chronic kidney disease, stage 1 ~ CKD
N18.2 Chronic kidney disease, stage 2 (mild) ~ CKD
N18.3- Chronic kidney disease, stage 3 (moderate) ~ CKD
N18.30 Chronic kidney disease, stage 3 unspecified ~ CKD
N18.31 Chronic kidney disease, stage 3a ~ CKD
N18.32 Chronic kidney disease, stage 3b ~ CKD
N18.4 Chronic kidney disease, stage 4 (severe) ~ CKD
N18.5 Chronic kidney disease, stage 5 ~ CKD
N18.6 End stage renal disease ~ ESRD
N18.9 Chronic kidney disease, unspecified ~ CKD
N19 Unspecified kidney failure
Z49.- Encounter for care involving renal dialysis
Z90.5 Acquired absence of kidney
Z94.0 Kidney transplant status
Z99.2 Dependence on renal dialysis
N30.- Cystitis
N30.0- Acute cystitis
N30.00 Acute cystitis without hematuria
N30.01 Acute cystitis with hematuria
N30.1- Interstitial cystitis (chronic) ~ bladder pain syndrome
N30.10 Interstitial cystitis (chronic) without hematuria ~ bladder pain syndrome
N30.11 Interstitial cystitis (chronic) with hematuria ~ bladder pain syndrome
N30.20 Other chronic cystitis without hematuria
N30.21 Other chronic cystitis with hematuria
N30.80 Other cystitis without hematuria
N30.81 Other cystitis with hematuria
N30.90 Cystitis, unspecified without hematuria
N30.91 Cystitis, unspecified with hematuria
N31.- Neuromuscular dysfunction of bladder, not elsewhere classified
N31.9 Neuromuscular dysfunction of bladder, unspecified
N32.- Other disorders of bladder
N32.0 Bladder-neck obstruction
N32.81 Overactive bladder
N32.89 Other specified disorders of bladder
N32.9 Bladder disorder, unspecified
N34.- Urethritis and urethral syndrome
N34.3 Urethral syndrome, unspecified
N39.- Other disorders of urinary system
N39.0 Urinary tract infection, site not specified ~ UTI
N39.3 Stress incontinence (female) (male)
N39.41 Urge incontinence
N39.46 Mixed incontinence
N39.9 Disorder of urinary system, unspecified
R30.- Pain associated with micturition
R30.0 Dysuria ~ painful urination
R30.9 Painful micturition, unspecified
R31.- Hematuria ~ blood in urine
R31.0 Gross hematuria
R31.9 Hematuria, unspecified
R32 Unspecified urinary incontinence
R33.- Retention of urine
R33.0 Drug induced retention of urine
R33.9 Retention of urine, unspecified
R35.- Polyuria
R35.0 Frequency of micturition ~ urinary frequency
R35.1 Nocturia
R39.- Other and unspecified symptoms and signs involving the genitourinary system
R39.11 Hesitancy of micturition
R39.14 Feeling of incomplete bladder emptying
R39.15 Urgency of urination
R39.82 Chronic bladder pain
R39.9 Unspecified symptoms and signs involving the genitourinary system
Z32.0- Encounter for pregnancy test
Z32.00 Encounter for pregnancy test, result unknown
Z32.01 Encounter for pregnancy test, result positive
Z32.02 Encounter for pregnancy test, result negative
Z33.- Pregnant state
Z33.1 Pregnant state, incidental
Z33.3 Pregnant state, gestational carrier
Z34.- Encounter for supervision of normal pregnancy
Z34.90 Encounter for supervision of normal pregnancy, unspecified, unspecified trimester
Z36.- Encounter for antenatal screening of mother
Z39.- Encounter for maternal postpartum care and examination
Z39.1 Encounter for care and examination of lactating mother ~ breastfeeding
Z39.2 Encounter for routine postpartum follow-up
Z3A.- Weeks of gestation
Z3A.00 Weeks of gestation of pregnancy not specified
`)
