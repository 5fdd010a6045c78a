import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { pluginCacheVariables } from '../../../src/terraform/install/plugin-cache'

describe('the plugin cache', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plugins-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('is in the tool cache, otherwise in the temporary directory', async () => {
    const HOME = folder
    expect(
      await pluginCacheVariables({ HOME, RUNNER_TOOL_CACHE: join(folder, 'tools'), RUNNER_TEMP: folder }),
    ).toEqual({
      TF_PLUGIN_CACHE_DIR: join(folder, 'tools', 'terraform-plugins'),
    })
    expect(await pluginCacheVariables({ HOME, RUNNER_TEMP: folder })).toEqual({
      TF_PLUGIN_CACHE_DIR: join(folder, 'terraform-plugins'),
    })
    expect(await pluginCacheVariables({ HOME })).toEqual({})
  })

  test('does not replace one that the user has configured', async () => {
    await writeFile(join(folder, '.terraformrc'), 'plugin_cache_dir = "/mine"\n')
    await writeFile(join(folder, 'other'), '# plugin_cache_dir = "/mine"\n')
    const env = { HOME: folder, RUNNER_TEMP: folder }
    expect(await pluginCacheVariables(env)).toEqual({})
    expect(
      await pluginCacheVariables({ ...env, HOME: '/nonexistent', TF_PLUGIN_CACHE_DIR: '/mine' }),
    ).toEqual({})
    expect(await pluginCacheVariables({ ...env, TF_CLI_CONFIG_FILE: join(folder, 'other') })).toHaveProperty(
      'TF_PLUGIN_CACHE_DIR',
    )
  })

  test('is not used if its directory cannot be created', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(await pluginCacheVariables({ HOME: folder, RUNNER_TEMP: join(folder, 'file') })).toEqual({})
  })
})
