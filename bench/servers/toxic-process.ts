import { Toxic, type ToxicOptions } from '../../test/fakes/toxic'
import { givenOptions, say } from './reporting'

const toxic = await Toxic.start(givenOptions() as ToxicOptions)
say(toxic.host)
