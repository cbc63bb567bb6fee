import { listed } from './selection.ts'

/** F30 to F39, whole, and what the puerperium, menses and the body bring. */
export const mood = listed(`
F06.3- Mood disorder due to known physiological condition
F06.30 Mood disorder due to known physiological condition, unspecified
F06.31 Mood disorder due to known physiological condition with depressive features
F06.32 Mood disorder due to known physiological condition with major depressive-like episode
F06.33 Mood disorder due to known physiological condition with manic features
F06.34 Mood disorder due to known physiological condition with mixed features
F30.- Manic episode
F30.1- Manic episode without psychotic symptoms
F30.10 Manic episode without psychotic symptoms, unspecified
F30.11 Manic episode without psychotic symptoms, mild
F30.12 Manic episode without psychotic symptoms, moderate
F30.13 Manic episode, severe, without psychotic symptoms
F30.2 Manic episode, severe with psychotic symptoms
F30.3 Manic episode in partial remission
F30.4 Manic episode in full remission
F30.8 Other manic episodes
F30.9 Manic episode, unspecified
F31.- Bipolar disorder
F31.0 Bipolar disorder, current episode hypomanic
F31.1- Bipolar disorder, current episode manic without psychotic features
F31.10 Bipolar disorder, current episode manic without psychotic features, unspecified
F31.11 Bipolar disorder, current episode manic without psychotic features, mild
F31.12 Bipolar disorder, current episode manic without psychotic features, moderate
F31.13 Bipolar disorder, current episode manic without psychotic features, severe
F31.2 Bipolar disorder, current episode manic severe with psychotic features
F31.3- Bipolar disorder, current episode depressed, mild or moderate severity ~ bipolar depression
F31.30 Bipolar disorder, current episode depressed, mild or moderate severity, unspecified ~ bipolar depression
F31.31 Bipolar disorder, current episode depressed, mild ~ bipolar depression
F31.32 Bipolar disorder, current episode depressed, moderate ~ bipolar depression
F31.4 Bipolar disorder, current episode depressed, severe, without psychotic features ~ bipolar depression
F31.5 Bipolar disorder, current episode depressed, severe, with psychotic features ~ bipolar depression
F31.6- Bipolar disorder, current episode mixed
F31.60 Bipolar disorder, current episode mixed, unspecified
F31.61 Bipolar disorder, current episode mixed, mild
F31.62 Bipolar disorder, current episode mixed, moderate
F31.63 Bipolar disorder, current episode mixed, severe, without psychotic features
F31.64 Bipolar disorder, current episode mixed, severe, with psychotic features
F31.7- Bipolar disorder, currently in remission
F31.70 Bipolar disorder, currently in remission, most recent episode unspecified
F31.71 Bipolar disorder, in partial remission, most recent episode hypomanic
F31.72 Bipolar disorder, in full remission, most recent episode hypomanic
F31.73 Bipolar disorder, in partial remission, most recent episode manic
F31.74 Bipolar disorder, in full remission, most recent episode manic
F31.75 Bipolar disorder, in partial remission, most recent episode depressed
F31.76 Bipolar disorder, in full remission, most recent episode depressed
F31.77 Bipolar disorder, in partial remission, most recent episode mixed
F31.78 Bipolar disorder, in full remission, most recent episode mixed
F31.8- Other bipolar disorders
F31.81 Bipolar II disorder
F31.89 Other bipolar disorder
F31.9 Bipolar disorder, unspecified
F32.- Depressive episode ~ MDD
F32.0 Major depressive disorder, single episode, mild ~ MDD depression
F32.1 Major depressive disorder, single episode, moderate ~ MDD depression
F32.2 Major depressive disorder, single episode, severe without psychotic features ~ MDD depression
F32.3 Major depressive disorder, single episode, severe with psychotic features ~ MDD depression
F32.4 Major depressive disorder, single episode, in partial remission ~ MDD depression
F32.5 Major depressive disorder, single episode, in full remission ~ MDD depression
F32.8- Other depressive episodes
F32.81 Premenstrual dysphoric disorder ~ PMDD
F32.89 Other specified depressive episodes
F32.9 Major depressive disorder, single episode, unspecified ~ MDD depression
F32.A Depression, unspecified
F33.- Major depressive disorder, recurrent ~ MDD depression
F33.0 Major depressive disorder, recurrent, mild ~ MDD depression
F33.1 Major depressive disorder, recurrent, moderate ~ MDD depression
F33.2 Major depressive disorder, recurrent severe without psychotic features ~ MDD depression
F33.3 Major depressive disorder, recurrent, severe with psychotic symptoms ~ MDD depression
F33.4- Major depressive disorder, recurrent, in remission ~ MDD depression
F33.40 Major depressive disorder, recurrent, in remission, unspecified ~ MDD depression
F33.41 Major depressive disorder, recurrent, in partial remission ~ MDD depression
F33.42 Major depressive disorder, recurrent, in full remission ~ MDD depression
F33.8 Other recurrent depressive disorders
F33.9 Major depressive disorder, recurrent, unspecified ~ MDD depression
F34.- Persistent mood [affective] disorders
F34.0 Cyclothymic disorder ~ cyclothymia
F34.1 Dysthymic disorder ~ persistent depressive disorder dysthymia
F34.8- Other persistent mood [affective] disorders
F34.81 Disruptive mood dysregulation disorder
F34.89 Other specified persistent mood disorders
F34.9 Persistent mood [affective] disorder, unspecified
F39 Unspecified mood [affective] disorder
F53.0 Postpartum depression
`)
