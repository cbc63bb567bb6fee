import { listed } from './selection.ts'

/** The rest of chapter F that weighs for or against treatment or often stands on a list of problems, and words of danger. */
export const mind = listed(`
F01.- Vascular dementia
F01.50 Vascular dementia, unspecified severity, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F01.A0 Vascular dementia, mild, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F01.B0 Vascular dementia, moderate, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F01.C0 Vascular dementia, severe, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F02.- Dementia in other diseases classified elsewhere
F02.80 Dementia in other diseases classified elsewhere, unspecified severity, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F02.A0 Dementia in other diseases classified elsewhere, mild, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F02.B0 Dementia in other diseases classified elsewhere, moderate, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F02.C0 Dementia in other diseases classified elsewhere, severe, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F03.- Unspecified dementia
F03.90 Unspecified dementia, unspecified severity, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F03.A0 Unspecified dementia, mild, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F03.B0 Unspecified dementia, moderate, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F03.C0 Unspecified dementia, severe, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety
F04 Amnestic disorder due to known physiological condition
F05 Delirium due to known physiological condition
F06.- Other mental disorders due to known physiological condition
F06.0 Psychotic disorder with hallucinations due to known physiological condition
F06.1 Catatonic disorder due to known physiological condition ~ catatonia
F06.2 Psychotic disorder with delusions due to known physiological condition
F06.7- Mild neurocognitive disorder due to known physiological condition
F06.70 Mild neurocognitive disorder due to known physiological condition without behavioral disturbance
F06.71 Mild neurocognitive disorder due to known physiological condition with behavioral disturbance
F06.8 Other specified mental disorders due to known physiological condition
F07.- Personality and behavioral disorders due to known physiological condition
F07.0 Personality change due to known physiological condition
F07.81 Postconcussional syndrome
F09 Unspecified mental disorder due to known physiological condition
F20.- Schizophrenia
F20.0 Paranoid schizophrenia
F20.1 Disorganized schizophrenia
F20.2 Catatonic schizophrenia
F20.3 Undifferentiated schizophrenia
F20.5 Residual schizophrenia
F20.8- Other schizophrenia
F20.81 Schizophreniform disorder
F20.89 Other schizophrenia
F20.9 Schizophrenia, unspecified
F21 Schizotypal disorder
F22 Delusional disorders
F23 Brief psychotic disorder
F24 Shared psychotic disorder
F25.- Schizoaffective disorders
F25.0 Schizoaffective disorder, bipolar type
F25.1 Schizoaffective disorder, depressive type
F25.8 Other schizoaffective disorders
F25.9 Schizoaffective disorder, unspecified
F28 Other psychotic disorder not due to a substance or known physiological condition
F29 Unspecified psychosis not due to a substance or known physiological condition
F50.- Eating disorders
F50.0- Anorexia nervosa
F50.00 Anorexia nervosa, unspecified
F50.2- Bulimia nervosa
F50.20 Bulimia nervosa, unspecified
F50.81- Binge eating disorder
F50.819 Binge eating disorder, unspecified
F50.82 Avoidant/restrictive food intake disorder ~ ARFID
F50.89 Other specified eating disorder
F50.9 Eating disorder, unspecified
F51.- Sleep disorders not due to a substance or known physiological condition
F51.01 Primary insomnia
F51.05 Insomnia due to other mental disorder
F51.13 Hypersomnia due to other mental disorder
F51.5 Nightmare disorder
F51.9 Sleep disorder not due to a substance or known physiological condition, unspecified
F52.- Sexual dysfunction not due to a substance or known physiological condition
F52.0 Hypoactive sexual desire disorder
F52.9 Unspecified sexual dysfunction not due to a substance or known physiological condition
F53.1 Puerperal psychosis ~ postpartum psychosis
F54 Psychological and behavioral factors associated with disorders or diseases classified elsewhere
F60.- Specific personality disorders
F60.0 Paranoid personality disorder
F60.1 Schizoid personality disorder
F60.2 Antisocial personality disorder
F60.3 Borderline personality disorder
F60.4 Histrionic personality disorder
F60.5 Obsessive-compulsive personality disorder
F60.6 Avoidant personality disorder
F60.7 Dependent personality disorder
F60.8- Other specific personality disorders
F60.81 Narcissistic personality disorder
F60.89 Other specific personality disorders
F60.9 Personality disorder, unspecified
F63.- Impulse disorders
F63.0 Pathological gambling
F63.3 Trichotillomania
F63.81 Intermittent explosive disorder
F63.9 Impulse disorder, unspecified
F64.- Gender identity disorders
F64.0 Transsexualism ~ gender dysphoria
F64.9 Gender identity disorder, unspecified ~ gender dysphoria
F70 Mild intellectual disabilities
F71 Moderate intellectual disabilities
F72 Severe intellectual disabilities
F73 Profound intellectual disabilities
F78.- Other intellectual disabilities
F79 Unspecified intellectual disabilities
F84.- Pervasive developmental disorders ~ autism spectrum
F84.0 Autistic disorder ~ autism spectrum
F84.5 Asperger's syndrome ~ autism spectrum
F84.9 Pervasive developmental disorder, unspecified ~ autism spectrum
F90.- Attention-deficit hyperactivity disorders ~ ADHD
F90.0 Attention-deficit hyperactivity disorder, predominantly inattentive type ~ ADHD
F90.1 Attention-deficit hyperactivity disorder, predominantly hyperactive type ~ ADHD
F90.2 Attention-deficit hyperactivity disorder, combined type ~ ADHD
F90.8 Attention-deficit hyperactivity disorder, other type ~ ADHD
F90.9 Attention-deficit hyperactivity disorder, unspecified type ~ ADHD
F95.- Tic disorder
F95.2 Tourette's disorder
F95.9 Tic disorder, unspecified
F99 Mental disorder, not otherwise specified
R41.0 Disorientation, unspecified
R41.3 Other amnesia ~ memory loss
R41.82 Altered mental status, unspecified
R41.89 Other symptoms and signs involving cognitive functions and awareness
R44.- Other symptoms and signs involving general sensations and perceptions
R44.0 Auditory hallucinations
R44.1 Visual hallucinations
R44.2 Other hallucinations
R44.3 Hallucinations, unspecified
R45.1 Restlessness and agitation
R45.84 Anhedonia
R45.85- Homicidal and suicidal ideations
R45.850 Homicidal ideations
R45.851 Suicidal ideations
R45.88 Nonsuicidal self-harm
T14.91- Suicide attempt
T14.91XA Suicide attempt, initial encounter
T14.91XD Suicide attempt, subsequent encounter
T14.91XS Suicide attempt, sequela
Z86.59 Personal history of other mental and behavioral disorders
Z91.51 Personal history of suicidal behavior
Z91.52 Personal history of nonsuicidal self-harm
`)
