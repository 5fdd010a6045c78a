import { ToxicProxy, type ToxicOptions } from '../../testkit/network/toxic-proxy'
import { processOptions, sendToParent } from './server-process'

const toxic = await ToxicProxy.start(processOptions() as ToxicOptions)
sendToParent(toxic.host)
