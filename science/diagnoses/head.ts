import { listed } from './selection.ts'

/** Head and nerves: bleeding, strokes, pressure in the head, fits, sleep; headache and the pain that this field treats. */
export const head = listed(`
B02.2- Zoster with other nervous system involvement ~ shingles
B02.22 Postherpetic trigeminal neuralgia ~ shingles
B02.23 Postherpetic polyneuropathy ~ shingles
B02.29 Other postherpetic nervous system involvement ~ shingles postherpetic neuralgia PHN
C71.- Malignant neoplasm of brain
C71.9 Malignant neoplasm of brain, unspecified
D33.- Benign neoplasm of brain and other parts of central nervous system
D33.0 Benign neoplasm of brain, supratentorial
D33.1 Benign neoplasm of brain, infratentorial
D33.2 Benign neoplasm of brain, unspecified
G20.- Parkinson's disease
G20.A1 Parkinson's disease without dyskinesia, without mention of fluctuations
G20.C Parkinsonism, unspecified
G25.0 Essential tremor
G25.71 Drug induced akathisia
G25.81 Restless legs syndrome
G30.- Alzheimer's disease
G30.0 Alzheimer's disease with early onset
G30.1 Alzheimer's disease with late onset
G30.9 Alzheimer's disease, unspecified
G31.0- Frontotemporal dementia
G31.01 Pick's disease
G31.09 Other frontotemporal neurocognitive disorder
G31.83 Neurocognitive disorder with Lewy bodies ~ dementia
G31.84 Mild cognitive impairment of uncertain or unknown etiology ~ MCI
G35.- Multiple sclerosis ~ MS
G35.A Relapsing-remitting multiple sclerosis ~ MS
G35.D Multiple sclerosis, unspecified ~ MS
G40.- Epilepsy and recurrent seizures
G40.909 Epilepsy, unspecified, not intractable, without status epilepticus
G40.919 Epilepsy, unspecified, intractable, without status epilepticus
G43.- Migraine
G43.009 Migraine without aura, not intractable, without status migrainosus
G43.109 Migraine with aura, not intractable, without status migrainosus
G43.709 Chronic migraine without aura, not intractable, without status migrainosus
G43.909 Migraine, unspecified, not intractable, without status migrainosus
G43.919 Migraine, unspecified, intractable, without status migrainosus
G44.- Other headache syndromes
G44.009 Cluster headache syndrome, unspecified, not intractable
G44.209 Tension-type headache, unspecified, not intractable
G44.86 Cervicogenic headache
G45.- Transient cerebral ischemic attacks and related syndromes
G45.4 Transient global amnesia
G45.9 Transient cerebral ischemic attack, unspecified ~ TIA
G46.- Vascular syndromes of brain in cerebrovascular diseases
G47.0- Insomnia
G47.00 Insomnia, unspecified
G47.01 Insomnia due to medical condition
G47.09 Other insomnia
G47.1- Hypersomnia
G47.10 Hypersomnia, unspecified
G47.2- Circadian rhythm sleep disorders
G47.3- Sleep apnea
G47.30 Sleep apnea, unspecified
G47.31 Primary central sleep apnea
G47.33 Obstructive sleep apnea (adult) (pediatric) ~ OSA
G47.37 Central sleep apnea in conditions classified elsewhere
G47.39 Other sleep apnea
G47.4- Narcolepsy and cataplexy
G47.411 Narcolepsy with cataplexy
G47.419 Narcolepsy without cataplexy
G47.52 REM sleep behavior disorder
G50.0 Trigeminal neuralgia
G50.1 Atypical facial pain
G54.6 Phantom limb syndrome with pain
G56.- Mononeuropathies of upper limb
G56.4- Causalgia of upper limb ~ complex regional pain syndrome II CRPS
G56.40 Causalgia of unspecified upper limb ~ complex regional pain syndrome II CRPS
G56.41 Causalgia of right upper limb ~ complex regional pain syndrome II CRPS
G56.42 Causalgia of left upper limb ~ complex regional pain syndrome II CRPS
G56.43 Causalgia of bilateral upper limbs ~ complex regional pain syndrome II CRPS
G57.- Mononeuropathies of lower limb
G57.7- Causalgia of lower limb ~ complex regional pain syndrome II CRPS
G57.70 Causalgia of unspecified lower limb ~ complex regional pain syndrome II CRPS
G57.71 Causalgia of right lower limb ~ complex regional pain syndrome II CRPS
G57.72 Causalgia of left lower limb ~ complex regional pain syndrome II CRPS
G57.73 Causalgia of bilateral lower limbs ~ complex regional pain syndrome II CRPS
G62.- Other and unspecified polyneuropathies
G62.0 Drug-induced polyneuropathy
G62.1 Alcoholic polyneuropathy
G62.9 Polyneuropathy, unspecified
G89.- Pain, not elsewhere classified
G89.0 Central pain syndrome
G89.11 Acute pain due to trauma
G89.21 Chronic pain due to trauma
G89.22 Chronic post-thoracotomy pain
G89.28 Other chronic postprocedural pain
G89.29 Other chronic pain
G89.3 Neoplasm related pain (acute) (chronic)
G89.4 Chronic pain syndrome
G90.5- Complex regional pain syndrome I (CRPS I)
G90.50 Complex regional pain syndrome I, unspecified ~ CRPS
G90.51- Complex regional pain syndrome I of upper limb ~ CRPS
G90.511 Complex regional pain syndrome I of right upper limb ~ CRPS
G90.512 Complex regional pain syndrome I of left upper limb ~ CRPS
G90.513 Complex regional pain syndrome I of upper limb, bilateral ~ CRPS
G90.519 Complex regional pain syndrome I of unspecified upper limb ~ CRPS
G90.52- Complex regional pain syndrome I of lower limb ~ CRPS
G90.521 Complex regional pain syndrome I of right lower limb ~ CRPS
G90.522 Complex regional pain syndrome I of left lower limb ~ CRPS
G90.523 Complex regional pain syndrome I of lower limb, bilateral ~ CRPS
G90.529 Complex regional pain syndrome I of unspecified lower limb ~ CRPS
G90.59 Complex regional pain syndrome I of other specified site ~ CRPS
G90.81 Serotonin syndrome
G90.A Postural orthostatic tachycardia syndrome [POTS]
G91.- Hydrocephalus
G91.0 Communicating hydrocephalus
G91.1 Obstructive hydrocephalus
G91.2 (Idiopathic) normal pressure hydrocephalus
G91.9 Hydrocephalus, unspecified
G93.0 Cerebral cysts
G93.2 Benign intracranial hypertension ~ idiopathic intracranial hypertension pseudotumor
G93.31 Postviral fatigue syndrome
G93.32 Myalgic encephalomyelitis/chronic fatigue syndrome
G93.40 Encephalopathy, unspecified
I60.- Nontraumatic subarachnoid hemorrhage
I60.9 Nontraumatic subarachnoid hemorrhage, unspecified
I61.- Nontraumatic intracerebral hemorrhage
I61.9 Nontraumatic intracerebral hemorrhage, unspecified
I62.- Other and unspecified nontraumatic intracranial hemorrhage
I62.00 Nontraumatic subdural hemorrhage, unspecified
I62.9 Nontraumatic intracranial hemorrhage, unspecified
I63.- Cerebral infarction ~ stroke
I63.9 Cerebral infarction, unspecified ~ stroke
I65.- Occlusion and stenosis of precerebral arteries, not resulting in cerebral infarction
I66.- Occlusion and stenosis of cerebral arteries, not resulting in cerebral infarction
I67.0 Dissection of cerebral arteries, nonruptured
I67.1 Cerebral aneurysm, nonruptured ~ brain
I67.4 Hypertensive encephalopathy
I67.5 Moyamoya disease
I67.6 Nonpyogenic thrombosis of intracranial venous system
I67.82 Cerebral ischemia
I67.83 Posterior reversible encephalopathy syndrome ~ PRES
I67.841 Reversible cerebrovascular vasoconstriction syndrome
I67.9 Cerebrovascular disease, unspecified
I68.0 Cerebral amyloid angiopathy
I69.- Sequelae of cerebrovascular disease
I69.0- Sequelae of nontraumatic subarachnoid hemorrhage
I69.1- Sequelae of nontraumatic intracerebral hemorrhage
I69.10 Unspecified sequelae of nontraumatic intracerebral hemorrhage
I69.2- Sequelae of other nontraumatic intracranial hemorrhage
M25.5- Pain in joint
M25.50 Pain in unspecified joint
M54.- Dorsalgia ~ back pain
M54.12 Radiculopathy, cervical region
M54.16 Radiculopathy, lumbar region
M54.2 Cervicalgia ~ neck pain
M54.30 Sciatica, unspecified side
M54.5- Low back pain
M54.50 Low back pain, unspecified
M54.51 Vertebrogenic low back pain
M54.59 Other low back pain
M54.81 Occipital neuralgia
M54.9 Dorsalgia, unspecified ~ back pain
M79.- Other and unspecified soft tissue disorders, not elsewhere classified
M79.1- Myalgia
M79.10 Myalgia, unspecified site
M79.18 Myalgia, other site
M79.2 Neuralgia and neuritis, unspecified ~ neuropathic pain
M79.60- Pain in limb, unspecified
M79.609 Pain in unspecified limb
M79.7 Fibromyalgia
Q28.- Other congenital malformations of circulatory system
Q28.0 Arteriovenous malformation of precerebral vessels ~ AVM
Q28.2 Arteriovenous malformation of cerebral vessels ~ AVM brain
Q28.3 Other malformations of cerebral vessels
Q28.8 Other specified congenital malformations of circulatory system
Q28.9 Congenital malformation of circulatory system, unspecified
R42 Dizziness and giddiness
R51.- Headache
R51.9 Headache, unspecified
R52 Pain, unspecified
R53.82 Chronic fatigue, unspecified
R53.83 Other fatigue
R56.- Convulsions, not elsewhere classified ~ seizure
R56.1 Post traumatic seizures
R56.9 Unspecified convulsions ~ seizure
S06.- Intracranial injury ~ traumatic brain injury TBI
S06.0- Concussion ~ traumatic brain injury TBI
S06.0X0A Concussion without loss of consciousness, initial encounter ~ traumatic brain injury TBI
S06.0X0S Concussion without loss of consciousness, sequela ~ traumatic brain injury TBI
S06.0X9A Concussion with loss of consciousness of unspecified duration, initial encounter ~ traumatic brain injury TBI
S06.0X9S Concussion with loss of consciousness of unspecified duration, sequela ~ traumatic brain injury TBI
S06.1- Traumatic cerebral edema
S06.5- Traumatic subdural hemorrhage
S06.6- Traumatic subarachnoid hemorrhage
Z86.73 Personal history of transient ischemic attack (TIA), and cerebral infarction without residual deficits ~ stroke
Z87.820 Personal history of traumatic brain injury ~ TBI
Z98.2 Presence of cerebrospinal fluid drainage device ~ shunt
`)
