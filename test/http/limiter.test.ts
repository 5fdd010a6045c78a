import { describe, expect, test } from '@jest/globals'
import { Limiter } from '../../src/http/limiter'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Tasks that the test ends. */
class Tasks {
  readonly started: string[] = []
  private readonly ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>()

  readonly task = (name: string) => (): Promise<string> => {
    this.started.push(name)
    return new Promise((resolve, reject) => {
      this.ends.set(name, {
        resolve: () => {
          resolve(name)
        },
        reject,
      })
    })
  }

  async end(...names: string[]): Promise<void> {
    for (const name of names) this.ends.get(name)?.resolve()
    await settled()
  }

  async fail(name: string): Promise<void> {
    this.ends.get(name)?.reject(new Error(name))
    await settled()
  }
}

describe('a limiter', () => {
  test('runs up to its limit of tasks at once, and returns their results', async () => {
    const tasks = new Tasks()
    const limiter = new Limiter(2)
    const results = Promise.all(['a', 'b', 'c'].map((name) => limiter.run(1, tasks.task(name))))
    await settled()
    expect(tasks.started).toEqual(['a', 'b'])
    await tasks.end('a')
    expect(tasks.started).toEqual(['a', 'b', 'c'])
    await tasks.end('b', 'c')
    expect(await results).toEqual(['a', 'b', 'c'])
  })

  test('starts the heaviest task first, and tasks of equal weight in order', async () => {
    const tasks = new Tasks()
    const limiter = new Limiter(1)
    const weights = { a: 1, b: 9, c: 5, d: 9, e: 0 }
    const all = Object.entries(weights).map(([name, weight]) => limiter.run(weight, tasks.task(name)))
    for (const name of ['b', 'd', 'c', 'a', 'e']) {
      await settled()
      expect(tasks.started.at(-1)).toBe(name)
      await tasks.end(name)
    }
    await Promise.all(all)
  })

  test('starts a later heavy task before waiting ones, without stopping running ones', async () => {
    const tasks = new Tasks()
    const limiter = new Limiter(1)
    const all = [limiter.run(1, tasks.task('first')), limiter.run(1, tasks.task('waiting'))]
    await settled()
    all.push(limiter.run(100, tasks.task('heavy')))
    await settled()
    expect(tasks.started).toEqual(['first'])
    await tasks.end('first')
    expect(tasks.started).toEqual(['first', 'heavy'])
    await tasks.end('heavy')
    await tasks.end('waiting')
    await Promise.all(all)
  })

  test('starts the next task after a failed one, and rejects with its error', async () => {
    const tasks = new Tasks()
    const limiter = new Limiter(1)
    const failing = limiter.run(2, tasks.task('failing'))
    const next = limiter.run(1, tasks.task('next'))
    failing.catch(() => undefined)
    await settled()
    await tasks.fail('failing')
    await expect(failing).rejects.toThrow('failing')
    expect(tasks.started).toEqual(['failing', 'next'])
    await tasks.end('next')
    expect(await next).toBe('next')
  })

  test('starts the next task after one that throws synchronously', async () => {
    const limiter = new Limiter(1)
    const throwing = limiter.run(1, () => {
      throw new Error('at once')
    })
    await expect(throwing).rejects.toThrow('at once')
    expect(await limiter.run(1, () => Promise.resolve('next'))).toBe('next')
  })

  test('never runs more tasks than its limit', async () => {
    const limiter = new Limiter(3)
    let running = 0
    let most = 0
    const task = async (): Promise<void> => {
      most = Math.max(most, ++running)
      await settled()
      running--
    }
    await Promise.all(Array.from({ length: 50 }, (_, index) => limiter.run(index % 7, task)))
    expect([most, running]).toEqual([3, 0])
  })
})
