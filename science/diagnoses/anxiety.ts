import { listed } from './selection.ts'

/** F40 to F48: fear, compulsion, trauma, dissociation and complaints of the body. */
export const anxiety = listed(`
F06.4 Anxiety disorder due to known physiological condition
F40.- Phobic anxiety disorders
F40.0- Agoraphobia
F40.00 Agoraphobia, unspecified
F40.01 Agoraphobia with panic disorder
F40.02 Agoraphobia without panic disorder
F40.1- Social phobias ~ social anxiety disorder
F40.10 Social phobia, unspecified ~ social anxiety disorder
F40.11 Social phobia, generalized ~ social anxiety disorder
F40.2- Specific (isolated) phobias
F40.21- Animal type phobia
F40.210 Arachnophobia
F40.218 Other animal type phobia
F40.22- Natural environment type phobia
F40.220 Fear of thunderstorms
F40.228 Other natural environment type phobia
F40.23- Blood, injection, injury type phobia
F40.230 Fear of blood
F40.231 Fear of injections and transfusions ~ needle phobia
F40.232 Fear of other medical care
F40.233 Fear of injury
F40.24- Situational type phobia
F40.240 Claustrophobia
F40.241 Acrophobia
F40.242 Fear of bridges
F40.243 Fear of flying
F40.248 Other situational type phobia
F40.29- Other specified phobia
F40.298 Other specified phobia
F40.8 Other phobic anxiety disorders
F40.9 Phobic anxiety disorder, unspecified
F41.- Other anxiety disorders
F41.0 Panic disorder [episodic paroxysmal anxiety]
F41.1 Generalized anxiety disorder ~ GAD
F41.3 Other mixed anxiety disorders
F41.8 Other specified anxiety disorders
F41.9 Anxiety disorder, unspecified
F42.- Obsessive-compulsive disorder ~ OCD
F42.2 Mixed obsessional thoughts and acts ~ obsessive-compulsive disorder OCD
F42.3 Hoarding disorder
F42.4 Excoriation (skin-picking) disorder
F42.8 Other obsessive-compulsive disorder ~ OCD
F42.9 Obsessive-compulsive disorder, unspecified ~ OCD
F43.- Reaction to severe stress, and adjustment disorders
F43.0 Acute stress reaction ~ acute stress disorder
F43.1- Post-traumatic stress disorder (PTSD)
F43.10 Post-traumatic stress disorder, unspecified ~ PTSD
F43.11 Post-traumatic stress disorder, acute ~ PTSD
F43.12 Post-traumatic stress disorder, chronic ~ PTSD
F43.2- Adjustment disorders
F43.20 Adjustment disorder, unspecified
F43.21 Adjustment disorder with depressed mood
F43.22 Adjustment disorder with anxiety
F43.23 Adjustment disorder with mixed anxiety and depressed mood
F43.24 Adjustment disorder with disturbance of conduct
F43.25 Adjustment disorder with mixed disturbance of emotions and conduct
F43.29 Adjustment disorder with other symptoms
F43.8- Other reactions to severe stress
F43.81 Prolonged grief disorder ~ complicated
F43.89 Other reactions to severe stress
F43.9 Reaction to severe stress, unspecified
F44.- Dissociative and conversion disorders
F44.0 Dissociative amnesia
F44.1 Dissociative fugue
F44.2 Dissociative stupor
F44.4 Conversion disorder with motor symptom or deficit
F44.5 Conversion disorder with seizures or convulsions ~ nonepileptic PNES
F44.6 Conversion disorder with sensory symptom or deficit
F44.7 Conversion disorder with mixed symptom presentation
F44.8- Other dissociative and conversion disorders
F44.81 Dissociative identity disorder
F44.89 Other dissociative and conversion disorders
F44.9 Dissociative and conversion disorder, unspecified
F45.- Somatoform disorders
F45.0 Somatization disorder
F45.1 Undifferentiated somatoform disorder
F45.2- Hypochondriacal disorders
F45.20 Hypochondriacal disorder, unspecified
F45.21 Hypochondriasis ~ illness anxiety disorder
F45.22 Body dysmorphic disorder
F45.29 Other hypochondriacal disorders
F45.4- Pain disorders related to psychological factors
F45.41 Pain disorder exclusively related to psychological factors
F45.42 Pain disorder with related psychological factors
F45.8 Other somatoform disorders
F45.9 Somatoform disorder, unspecified
F48.- Other nonpsychotic mental disorders
F48.1 Depersonalization-derealization syndrome
F48.2 Pseudobulbar affect
F48.8 Other specified nonpsychotic mental disorders
F48.9 Nonpsychotic mental disorder, unspecified
Z86.51 Personal history of combat and operational stress reaction
Z91.41- Personal history of adult abuse
Z91.410 Personal history of adult physical and sexual abuse
Z91.411 Personal history of adult psychological abuse
Z91.42 Personal history of forced labor or sexual exploitation
Z91.49 Other personal history of psychological trauma, not elsewhere classified
Z91.82 Personal history of military deployment
`)
