import { listed } from './selection.ts'

/** Blood pressure, heart, and the vessels that a rise in pressure endangers. */
export const heart = listed(`
I05.- Rheumatic mitral valve diseases
I06.- Rheumatic aortic valve diseases
I07.- Rheumatic tricuspid valve diseases
I08.- Multiple valve diseases
I09.- Other rheumatic heart diseases
I10 Essential (primary) hypertension ~ high blood pressure
I11.- Hypertensive heart disease
I11.0 Hypertensive heart disease with heart failure
I11.9 Hypertensive heart disease without heart failure
I12.- Hypertensive chronic kidney disease
I12.0 Hypertensive chronic kidney disease with stage 5 chronic kidney disease or end stage renal disease
I12.9 Hypertensive chronic kidney disease with stage 1 through stage 4 chronic kidney disease, or unspecified chronic kidney disease
I13.- Hypertensive heart and chronic kidney disease
I15.- Secondary hypertension
I15.9 Secondary hypertension, unspecified
I16.- Hypertensive crisis
I16.0 Hypertensive urgency
I16.1 Hypertensive emergency
I16.9 Hypertensive crisis, unspecified
I1A.- Other hypertension
I1A.0 Resistant hypertension
I20.- Angina pectoris
I20.0 Unstable angina
I20.9 Angina pectoris, unspecified
I21.- Acute myocardial infarction ~ heart attack
I21.3 ST elevation (STEMI) myocardial infarction of unspecified site ~ heart attack
I21.4 Non-ST elevation (NSTEMI) myocardial infarction ~ heart attack
I21.9 Acute myocardial infarction, unspecified ~ heart attack
I22.- Subsequent ST elevation (STEMI) and non-ST elevation (NSTEMI) myocardial infarction
I23.- Certain current complications following ST elevation (STEMI) and non-ST elevation (NSTEMI) myocardial infarction (within the 28 day period)
I24.- Other acute ischemic heart diseases
I24.9 Acute ischemic heart disease, unspecified
I25.- Chronic ischemic heart disease
I25.1- Atherosclerotic heart disease of native coronary artery ~ coronary artery disease CAD
I25.10 Atherosclerotic heart disease of native coronary artery without angina pectoris ~ coronary artery disease CAD
I25.2 Old myocardial infarction ~ past heart attack
I25.3 Aneurysm of heart
I25.4- Coronary artery aneurysm and dissection
I25.41 Coronary artery aneurysm
I25.42 Coronary artery dissection
I25.5 Ischemic cardiomyopathy
I25.9 Chronic ischemic heart disease, unspecified
I26.- Pulmonary embolism
I26.99 Other pulmonary embolism without acute cor pulmonale
I27.- Other pulmonary heart diseases
I27.0 Primary pulmonary hypertension
I27.20 Pulmonary hypertension, unspecified
I28.- Other diseases of pulmonary vessels
I28.0 Arteriovenous fistula of pulmonary vessels
I28.1 Aneurysm of pulmonary artery
I30.- Acute pericarditis
I33.- Acute and subacute endocarditis
I34.- Nonrheumatic mitral valve disorders
I34.0 Nonrheumatic mitral (valve) insufficiency
I34.1 Nonrheumatic mitral (valve) prolapse
I34.2 Nonrheumatic mitral (valve) stenosis
I35.- Nonrheumatic aortic valve disorders
I35.0 Nonrheumatic aortic (valve) stenosis
I35.1 Nonrheumatic aortic (valve) insufficiency
I36.- Nonrheumatic tricuspid valve disorders
I37.- Nonrheumatic pulmonary valve disorders
I40.- Acute myocarditis
I42.- Cardiomyopathy
I42.0- Dilated cardiomyopathy
I42.00 Dilated cardiomyopathy, unspecified
I42.1 Obstructive hypertrophic cardiomyopathy
I42.2 Other hypertrophic cardiomyopathy
I42.6 Alcoholic cardiomyopathy
I42.8- Other cardiomyopathies
I42.9 Cardiomyopathy, unspecified
I44.- Atrioventricular and left bundle-branch block
I44.0 Atrioventricular block, first degree
I44.1 Atrioventricular block, second degree
I44.2 Atrioventricular block, complete
I44.7 Left bundle-branch block, unspecified
I45.- Other conduction disorders
I45.10 Unspecified right bundle-branch block
I45.6 Pre-excitation syndrome ~ Wolff-Parkinson-White
I45.81 Long QT syndrome
I46.- Cardiac arrest
I46.9 Cardiac arrest, cause unspecified
I47.- Paroxysmal tachycardia
I47.1- Supraventricular tachycardia ~ SVT
I47.10 Supraventricular tachycardia, unspecified ~ SVT
I47.2- Ventricular tachycardia
I47.20 Ventricular tachycardia, unspecified
I47.21 Torsades de pointes
I48.- Atrial fibrillation and flutter
I48.0 Paroxysmal atrial fibrillation
I48.20 Chronic atrial fibrillation, unspecified
I48.91 Unspecified atrial fibrillation
I48.92 Unspecified atrial flutter
I49.- Other cardiac arrhythmias
I49.5 Sick sinus syndrome
I49.8- Other specified cardiac arrhythmias
I49.81 Brugada syndrome
I49.9 Cardiac arrhythmia, unspecified
I50.- Heart failure
I50.2- Systolic (congestive) heart failure
I50.20 Unspecified systolic (congestive) heart failure
I50.3- Diastolic (congestive) heart failure
I50.30 Unspecified diastolic (congestive) heart failure
I50.9 Heart failure, unspecified
I51.- Complications and ill-defined descriptions of heart disease
I51.81 Takotsubo syndrome
I51.9 Heart disease, unspecified
I5A Non-ischemic myocardial injury (non-traumatic)
I71.- Aortic aneurysm and dissection
I71.0- Dissection of aorta
I71.00 Dissection of unspecified site of aorta
I71.2- Thoracic aortic aneurysm, without rupture
I71.20 Thoracic aortic aneurysm, without rupture, unspecified
I71.4- Abdominal aortic aneurysm, without rupture
I71.40 Abdominal aortic aneurysm, without rupture, unspecified
I71.6- Thoracoabdominal aortic aneurysm, without rupture
I71.60 Thoracoabdominal aortic aneurysm, without rupture, unspecified
I71.9 Aortic aneurysm of unspecified site, without rupture
I72.- Other aneurysm
I72.0 Aneurysm of carotid artery
I72.1 Aneurysm of artery of upper extremity
I72.2 Aneurysm of renal artery
I72.3 Aneurysm of iliac artery
I72.4 Aneurysm of artery of lower extremity
I72.5 Aneurysm of other precerebral arteries
I72.6 Aneurysm of vertebral artery
I72.8 Aneurysm of other specified arteries
I72.9 Aneurysm of unspecified site
I73.- Other peripheral vascular diseases
I73.00 Raynaud's syndrome without gangrene
I73.9 Peripheral vascular disease, unspecified
I74.- Arterial embolism and thrombosis
I77.0 Arteriovenous fistula, acquired
I77.3 Arterial fibromuscular dysplasia
I77.7- Other arterial dissection
I77.71 Dissection of carotid artery
I77.74 Dissection of vertebral artery
I77.81- Aortic ectasia
I77.810 Thoracic aortic ectasia
I77.811 Abdominal aortic ectasia
I77.819 Aortic ectasia, unspecified site
I78.0 Hereditary hemorrhagic telangiectasia ~ Osler-Weber-Rendu
I79.0 Aneurysm of aorta in diseases classified elsewhere
R57.0 Cardiogenic shock
R55 Syncope and collapse
Z86.74 Personal history of sudden cardiac arrest
Z86.79 Personal history of other diseases of the circulatory system
Z95.0 Presence of cardiac pacemaker
Z95.1 Presence of aortocoronary bypass graft
Z95.2 Presence of prosthetic heart valve
Z95.5 Presence of coronary angioplasty implant and graft ~ stent
Z95.810 Presence of automatic (implantable) cardiac defibrillator
`)
