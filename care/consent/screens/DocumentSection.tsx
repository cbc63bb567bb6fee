import type { ReactNode } from 'react'
import { showDate } from '../../../web/time.ts'
import { consentSignWords, consentWords as words } from '../../../web/words/en/consent.ts'
import type { Section } from '../document.ts'

/** A part of the document as staff read it: every paragraph with its source beside it, the clinic's words below. */
export const DocumentSection = ({ section, children }: { section: Section; children?: ReactNode }) => (
  <section className="consent-section">
    <details>
      <summary>
        <h2>{section.heading}</h2>
        <span className="soft">{words.readText}</span>
      </summary>
      <div className="stack" data-gap="tight">
        {section.paragraphs.map(({ text, source, reviewBy }) => (
          <div key={text}>
            <p>{text}</p>
            {source && (
              <p className="soft consent-mark">
                {source.address ? (
                  <a href={source.address} target="_blank" rel="noreferrer">
                    {source.label}
                  </a>
                ) : (
                  source.label
                )}{' '}
                ({consentSignWords.sourceNote(source.status, reviewBy && showDate(reviewBy))})
              </p>
            )}
          </div>
        ))}
        {section.clinicWords && (
          <div className="consent-words">
            <strong>{consentSignWords.atThisClinic}</strong>
            <p>{section.clinicWords}</p>
          </div>
        )}
      </div>
    </details>
    {children}
  </section>
)
