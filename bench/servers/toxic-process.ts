import { Toxic, type ToxicOptions } from '../../testkit/network/toxic-proxy'
import { givenOptions, say } from './reporting'

const toxic = await Toxic.start(givenOptions() as ToxicOptions)
say(toxic.host)
