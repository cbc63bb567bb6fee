import { listed } from './selection.ts'

/** F10 to F19: abuse, dependence and use, in remission too, and what a substance did to mood or mind. */
export const substances = listed(`
F10.- Alcohol related disorders ~ alcohol use disorder
F10.1- Alcohol abuse ~ alcohol use disorder
F10.10 Alcohol abuse, uncomplicated ~ alcohol use disorder
F10.11 Alcohol abuse, in remission ~ alcohol use disorder
F10.14 Alcohol abuse with alcohol-induced mood disorder
F10.15- Alcohol abuse with alcohol-induced psychotic disorder
F10.2- Alcohol dependence ~ alcohol use disorder
F10.20 Alcohol dependence, uncomplicated ~ alcohol use disorder
F10.21 Alcohol dependence, in remission ~ alcohol use disorder
F10.24 Alcohol dependence with alcohol-induced mood disorder
F10.25- Alcohol dependence with alcohol-induced psychotic disorder
F10.9- Alcohol use, unspecified
F10.90 Alcohol use, unspecified, uncomplicated
F10.91 Alcohol use, unspecified, in remission
F10.94 Alcohol use, unspecified with alcohol-induced mood disorder
F10.95- Alcohol use, unspecified with alcohol-induced psychotic disorder
F11.- Opioid related disorders ~ opioid use disorder
F11.1- Opioid abuse ~ opioid use disorder
F11.10 Opioid abuse, uncomplicated ~ opioid use disorder
F11.11 Opioid abuse, in remission ~ opioid use disorder
F11.14 Opioid abuse with opioid-induced mood disorder
F11.15- Opioid abuse with opioid-induced psychotic disorder
F11.2- Opioid dependence ~ opioid use disorder
F11.20 Opioid dependence, uncomplicated ~ opioid use disorder
F11.21 Opioid dependence, in remission ~ opioid use disorder
F11.24 Opioid dependence with opioid-induced mood disorder
F11.25- Opioid dependence with opioid-induced psychotic disorder
F11.9- Opioid use, unspecified
F11.90 Opioid use, unspecified, uncomplicated
F11.91 Opioid use, unspecified, in remission
F11.94 Opioid use, unspecified with opioid-induced mood disorder
F11.95- Opioid use, unspecified with opioid-induced psychotic disorder
F12.- Cannabis related disorders ~ cannabis use disorder marijuana
F12.1- Cannabis abuse ~ cannabis use disorder marijuana
F12.10 Cannabis abuse, uncomplicated ~ cannabis use disorder marijuana
F12.11 Cannabis abuse, in remission ~ cannabis use disorder marijuana
F12.15- Cannabis abuse with psychotic disorder
F12.2- Cannabis dependence ~ cannabis use disorder marijuana
F12.20 Cannabis dependence, uncomplicated ~ cannabis use disorder marijuana
F12.21 Cannabis dependence, in remission ~ cannabis use disorder marijuana
F12.25- Cannabis dependence with psychotic disorder
F12.9- Cannabis use, unspecified
F12.90 Cannabis use, unspecified, uncomplicated
F12.91 Cannabis use, unspecified, in remission
F12.95- Cannabis use, unspecified with psychotic disorder
F13.- Sedative, hypnotic, or anxiolytic related disorders ~ benzodiazepine
F13.1- Sedative, hypnotic or anxiolytic-related abuse ~ benzodiazepine
F13.10 Sedative, hypnotic or anxiolytic abuse, uncomplicated ~ benzodiazepine
F13.11 Sedative, hypnotic or anxiolytic abuse, in remission ~ benzodiazepine
F13.14 Sedative, hypnotic or anxiolytic abuse with sedative, hypnotic or anxiolytic-induced mood disorder
F13.15- Sedative, hypnotic or anxiolytic abuse with sedative, hypnotic or anxiolytic-induced psychotic disorder
F13.2- Sedative, hypnotic or anxiolytic-related dependence ~ benzodiazepine
F13.20 Sedative, hypnotic or anxiolytic dependence, uncomplicated ~ benzodiazepine
F13.21 Sedative, hypnotic or anxiolytic dependence, in remission ~ benzodiazepine
F13.24 Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced mood disorder
F13.25- Sedative, hypnotic or anxiolytic dependence with sedative, hypnotic or anxiolytic-induced psychotic disorder
F13.9- Sedative, hypnotic or anxiolytic-related use, unspecified
F13.90 Sedative, hypnotic, or anxiolytic use, unspecified, uncomplicated
F13.91 Sedative, hypnotic or anxiolytic use, unspecified, in remission
F13.94 Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced mood disorder
F13.95- Sedative, hypnotic or anxiolytic use, unspecified with sedative, hypnotic or anxiolytic-induced psychotic disorder
F14.- Cocaine related disorders ~ cocaine use disorder
F14.1- Cocaine abuse ~ cocaine use disorder
F14.10 Cocaine abuse, uncomplicated ~ cocaine use disorder
F14.11 Cocaine abuse, in remission ~ cocaine use disorder
F14.14 Cocaine abuse with cocaine-induced mood disorder
F14.15- Cocaine abuse with cocaine-induced psychotic disorder
F14.2- Cocaine dependence ~ cocaine use disorder
F14.20 Cocaine dependence, uncomplicated ~ cocaine use disorder
F14.21 Cocaine dependence, in remission ~ cocaine use disorder
F14.24 Cocaine dependence with cocaine-induced mood disorder
F14.25- Cocaine dependence with cocaine-induced psychotic disorder
F14.9- Cocaine use, unspecified
F14.90 Cocaine use, unspecified, uncomplicated
F14.91 Cocaine use, unspecified, in remission
F14.94 Cocaine use, unspecified with cocaine-induced mood disorder
F14.95- Cocaine use, unspecified with cocaine-induced psychotic disorder
F15.- Other stimulant related disorders ~ amphetamine methamphetamine
F15.1- Other stimulant abuse ~ amphetamine methamphetamine
F15.10 Other stimulant abuse, uncomplicated ~ amphetamine methamphetamine
F15.11 Other stimulant abuse, in remission ~ amphetamine methamphetamine
F15.14 Other stimulant abuse with stimulant-induced mood disorder
F15.15- Other stimulant abuse with stimulant-induced psychotic disorder
F15.2- Other stimulant dependence ~ amphetamine methamphetamine
F15.20 Other stimulant dependence, uncomplicated ~ amphetamine methamphetamine
F15.21 Other stimulant dependence, in remission ~ amphetamine methamphetamine
F15.24 Other stimulant dependence with stimulant-induced mood disorder
F15.25- Other stimulant dependence with stimulant-induced psychotic disorder
F15.9- Other stimulant use, unspecified
F15.90 Other stimulant use, unspecified, uncomplicated
F15.91 Other stimulant use, unspecified, in remission
F15.94 Other stimulant use, unspecified with stimulant-induced mood disorder
F15.95- Other stimulant use, unspecified with stimulant-induced psychotic disorder
F16.- Hallucinogen related disorders ~ psychedelic phencyclidine ketamine
F16.1- Hallucinogen abuse ~ psychedelic phencyclidine ketamine
F16.10 Hallucinogen abuse, uncomplicated ~ psychedelic phencyclidine ketamine
F16.11 Hallucinogen abuse, in remission ~ psychedelic phencyclidine ketamine
F16.14 Hallucinogen abuse with hallucinogen-induced mood disorder
F16.15- Hallucinogen abuse with hallucinogen-induced psychotic disorder
F16.2- Hallucinogen dependence ~ psychedelic phencyclidine ketamine
F16.20 Hallucinogen dependence, uncomplicated ~ psychedelic phencyclidine ketamine
F16.21 Hallucinogen dependence, in remission ~ psychedelic phencyclidine ketamine
F16.24 Hallucinogen dependence with hallucinogen-induced mood disorder
F16.25- Hallucinogen dependence with hallucinogen-induced psychotic disorder
F16.9- Hallucinogen use, unspecified
F16.90 Hallucinogen use, unspecified, uncomplicated
F16.91 Hallucinogen use, unspecified, in remission
F16.94 Hallucinogen use, unspecified with hallucinogen-induced mood disorder
F16.95- Hallucinogen use, unspecified with hallucinogen-induced psychotic disorder
F16.183 Hallucinogen abuse with hallucinogen persisting perception disorder (flashbacks)
F16.283 Hallucinogen dependence with hallucinogen persisting perception disorder (flashbacks)
F16.983 Hallucinogen use, unspecified with hallucinogen persisting perception disorder (flashbacks)
F17.- Nicotine dependence ~ tobacco
F17.200 Nicotine dependence, unspecified, uncomplicated ~ tobacco
F17.201 Nicotine dependence, unspecified, in remission ~ tobacco
F17.210 Nicotine dependence, cigarettes, uncomplicated ~ tobacco smoking
F17.211 Nicotine dependence, cigarettes, in remission ~ tobacco smoking
F17.220 Nicotine dependence, chewing tobacco, uncomplicated
F17.290 Nicotine dependence, other tobacco product, uncomplicated ~ vaping
F17.291 Nicotine dependence, other tobacco product, in remission ~ vaping
Z87.891 Personal history of nicotine dependence ~ former smoker
F18.- Inhalant related disorders
F18.1- Inhalant abuse
F18.10 Inhalant abuse, uncomplicated
F18.11 Inhalant abuse, in remission
F18.14 Inhalant abuse with inhalant-induced mood disorder
F18.15- Inhalant abuse with inhalant-induced psychotic disorder
F18.2- Inhalant dependence
F18.20 Inhalant dependence, uncomplicated
F18.21 Inhalant dependence, in remission
F18.24 Inhalant dependence with inhalant-induced mood disorder
F18.25- Inhalant dependence with inhalant-induced psychotic disorder
F18.9- Inhalant use, unspecified
F18.90 Inhalant use, unspecified, uncomplicated
F18.91 Inhalant use, unspecified, in remission
F18.94 Inhalant use, unspecified with inhalant-induced mood disorder
F18.95- Inhalant use, unspecified with inhalant-induced psychotic disorder
F19.- Other psychoactive substance related disorders ~ ketamine
F19.1- Other psychoactive substance abuse ~ ketamine
F19.10 Other psychoactive substance abuse, uncomplicated ~ ketamine
F19.11 Other psychoactive substance abuse, in remission ~ ketamine
F19.14 Other psychoactive substance abuse with psychoactive substance-induced mood disorder
F19.15- Other psychoactive substance abuse with psychoactive substance-induced psychotic disorder
F19.2- Other psychoactive substance dependence ~ ketamine
F19.20 Other psychoactive substance dependence, uncomplicated ~ ketamine
F19.21 Other psychoactive substance dependence, in remission ~ ketamine
F19.24 Other psychoactive substance dependence with psychoactive substance-induced mood disorder
F19.25- Other psychoactive substance dependence with psychoactive substance-induced psychotic disorder
F19.9- Other psychoactive substance use, unspecified
F19.90 Other psychoactive substance use, unspecified, uncomplicated
F19.91 Other psychoactive substance use, unspecified, in remission
F19.94 Other psychoactive substance use, unspecified with psychoactive substance-induced mood disorder
F19.95- Other psychoactive substance use, unspecified with psychoactive substance-induced psychotic disorder
R11.16 Cannabis hyperemesis syndrome
`)
