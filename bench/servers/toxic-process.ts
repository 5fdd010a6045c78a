import { ToxicProxy, type ToxicOptions } from '../../testkit/network/toxic-proxy'
import { givenOptions, say } from './reporting'

const toxic = await ToxicProxy.start(givenOptions() as ToxicOptions)
say(toxic.host)
