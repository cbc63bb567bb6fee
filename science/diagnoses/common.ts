import { listed } from './selection.ts'

/** What is common on a list of problems and touches no criterion: with it, such a problem is no unknown one. */
export const common = listed(`
D50.- Iron deficiency anemia
D50.9 Iron deficiency anemia, unspecified
E03.- Other hypothyroidism
E03.2 Hypothyroidism due to medicaments and other exogenous substances
E03.9 Hypothyroidism, unspecified
E10.- Type 1 diabetes mellitus
E10.42 Type 1 diabetes mellitus with diabetic polyneuropathy
E10.65 Type 1 diabetes mellitus with hyperglycemia
E10.9 Type 1 diabetes mellitus without complications
E11.- Type 2 diabetes mellitus
E11.22 Type 2 diabetes mellitus with diabetic chronic kidney disease
E11.42 Type 2 diabetes mellitus with diabetic polyneuropathy
E11.65 Type 2 diabetes mellitus with hyperglycemia
E11.9 Type 2 diabetes mellitus without complications
E28.2 Polycystic ovarian syndrome ~ PCOS
E55.- Vitamin D deficiency
E55.9 Vitamin D deficiency, unspecified
E66.- Overweight and obesity
E66.3 Overweight
E66.811 Obesity, class 1
E66.812 Obesity, class 2
E66.813 Obesity, class 3
E66.9 Obesity, unspecified
E78.- Disorders of lipoprotein metabolism and other lipidemias
E78.00 Pure hypercholesterolemia, unspecified
E78.2 Mixed hyperlipidemia
E78.5 Hyperlipidemia, unspecified
H52.- Disorders of refraction and accommodation
H52.10 Myopia, unspecified eye
H52.4 Presbyopia
J45.- Asthma
J45.20 Mild intermittent asthma, uncomplicated
J45.30 Mild persistent asthma, uncomplicated
J45.40 Moderate persistent asthma, uncomplicated
J45.50 Severe persistent asthma, uncomplicated
J45.909 Unspecified asthma, uncomplicated
K21.- Gastro-esophageal reflux disease ~ GERD
K21.00 Gastro-esophageal reflux disease with esophagitis, without bleeding ~ GERD
K21.9 Gastro-esophageal reflux disease without esophagitis ~ GERD
K50.- Crohn's disease [regional enteritis]
K50.90 Crohn's disease, unspecified, without complications
K51.- Ulcerative colitis
K51.90 Ulcerative colitis, unspecified, without complications
K58.- Irritable bowel syndrome ~ IBS
K58.0 Irritable bowel syndrome with diarrhea ~ IBS
K58.1 Irritable bowel syndrome with constipation ~ IBS
K58.2 Mixed irritable bowel syndrome ~ IBS
K58.9 Irritable bowel syndrome, unspecified ~ IBS
K59.- Other functional intestinal disorders
K59.00 Constipation, unspecified
K59.03 Drug induced constipation
K59.1 Functional diarrhea
K59.9 Functional intestinal disorder, unspecified
L20.- Atopic dermatitis ~ eczema
L20.9 Atopic dermatitis, unspecified ~ eczema
L40.- Psoriasis
L40.0 Psoriasis vulgaris
L40.50 Arthropathic psoriasis, unspecified
L40.9 Psoriasis, unspecified
L70.- Acne
L70.0 Acne vulgaris
L70.9 Acne, unspecified
M06.- Other rheumatoid arthritis
M06.9 Rheumatoid arthritis, unspecified
M17.- Osteoarthritis of knee
M17.0 Bilateral primary osteoarthritis of knee
M17.9 Osteoarthritis of knee, unspecified
M19.- Other and unspecified osteoarthritis
M19.90 Unspecified osteoarthritis, unspecified site
M81.- Osteoporosis without current pathological fracture
M81.0 Age-related osteoporosis without current pathological fracture
M81.8 Other osteoporosis without current pathological fracture
N40.- Benign prostatic hyperplasia ~ BPH
N40.0 Benign prostatic hyperplasia without lower urinary tract symptoms ~ BPH
N40.1 Benign prostatic hyperplasia with lower urinary tract symptoms ~ BPH
`)
