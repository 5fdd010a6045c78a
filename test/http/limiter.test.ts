import { describe, expect, test } from '@jest/globals'
import { Limiter } from '../../src/http/limiter'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Tasks that end when they are told to. */
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

describe('a pool', () => {
  test('runs as many tasks at once as it may, and gives back what they give', async () => {
    const tasks = new Tasks()
    const pool = new Limiter(2)
    const results = Promise.all(['a', 'b', 'c'].map((name) => pool.run(1, tasks.task(name))))
    await settled()
    expect(tasks.started).toEqual(['a', 'b'])
    await tasks.end('a')
    expect(tasks.started).toEqual(['a', 'b', 'c'])
    await tasks.end('b', 'c')
    expect(await results).toEqual(['a', 'b', 'c'])
  })

  test('takes the heaviest first, those of one weight in their order', async () => {
    const tasks = new Tasks()
    const pool = new Limiter(1)
    const weights = { a: 1, b: 9, c: 5, d: 9, e: 0 }
    const all = Object.entries(weights).map(([name, weight]) => pool.run(weight, tasks.task(name)))
    for (const name of ['b', 'd', 'c', 'a', 'e']) {
      await settled()
      expect(tasks.started.at(-1)).toBe(name)
      await tasks.end(name)
    }
    await Promise.all(all)
  })

  test('lets a heavy one that comes later overtake those that wait, not those that run', async () => {
    const tasks = new Tasks()
    const pool = new Limiter(1)
    const all = [pool.run(1, tasks.task('first')), pool.run(1, tasks.task('waiting'))]
    await settled()
    all.push(pool.run(100, tasks.task('heavy')))
    await settled()
    expect(tasks.started).toEqual(['first'])
    await tasks.end('first')
    expect(tasks.started).toEqual(['first', 'heavy'])
    await tasks.end('heavy')
    await tasks.end('waiting')
    await Promise.all(all)
  })

  test('gives the place of a task that failed to the next, and its failure to whoever asked for it', async () => {
    const tasks = new Tasks()
    const pool = new Limiter(1)
    const failing = pool.run(2, tasks.task('failing'))
    const next = pool.run(1, tasks.task('next'))
    failing.catch(() => undefined)
    await settled()
    await tasks.fail('failing')
    await expect(failing).rejects.toThrow('failing')
    expect(tasks.started).toEqual(['failing', 'next'])
    await tasks.end('next')
    expect(await next).toBe('next')
  })

  test('gives the place of a task that throws before it begins to the next', async () => {
    const pool = new Limiter(1)
    const throwing = pool.run(1, () => {
      throw new Error('at once')
    })
    await expect(throwing).rejects.toThrow('at once')
    expect(await pool.run(1, () => Promise.resolve('next'))).toBe('next')
  })

  test('never runs more than its limit, whatever comes and goes', async () => {
    const pool = new Limiter(3)
    let running = 0
    let most = 0
    const task = async (): Promise<void> => {
      most = Math.max(most, ++running)
      await settled()
      running--
    }
    await Promise.all(Array.from({ length: 50 }, (_, index) => pool.run(index % 7, task)))
    expect([most, running]).toEqual([3, 0])
  })
})
