import { everyRoute } from '../../../science/decide.ts'
import { Checks } from '../../../web/controls/Check.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { siteWords } from '../../../web/words/en/site.ts'
import { treatmentWords } from '../../../web/words/en/treatment.ts'
import { priced } from '../settings/public-side.ts'

const words = siteWords.settings
const offers = everyRoute.map((value) => ({ value, label: treatmentWords.routes[value] }))
const homeAnswers = (['yes', 'no'] as const).map((value) => ({ value, label: words.homeAnswers[value] }))

/** What the pages that everybody can read say about this clinic. */
export const PublicSideFields = () => (
  <section className="form">
    <h2>{words.title}</h2>
    <p className="soft">{words.help}</p>
    <TextArea name="policy.publicSide.about" label={words.about} />
    <Checks name="policy.publicSide.offers" label={words.offers} options={offers} />
    {priced.map((item) => (
      <NumberField
        key={item}
        name={`policy.publicSide.prices.${item}`}
        label={words.price(siteWords.cost.items[item])}
      />
    ))}
    <TextArea name="policy.publicSide.paymentPlan" label={words.paymentPlan} rows={2} />
    <Choice name="policy.publicSide.homeLozenges" label={words.homeLozenges} options={homeAnswers} across />
  </section>
)
