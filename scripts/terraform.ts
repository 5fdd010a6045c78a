/**
 * Prints the path of Terraform. If none is on PATH, downloads and verifies it as the action does.
 * Usage: npx tsx scripts/terraform.ts [constraint]
 */
import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { fetchByHttpClient, MIRROR_VARIABLE } from '../src/terraform/install/download'
import { HASHICORP_KEY } from '../src/terraform/install/hashicorp-key'
import { findTerraform } from '../src/terraform/install/install'
import { platformOf, Releases, RELEASES_URL } from '../src/terraform/install/releases'
import { openToolCache } from '../src/terraform/install/tool-cache'

const folder = resolve('.cache/terraform')
await mkdir(folder, { recursive: true })
const { program } = await findTerraform(
  { constraint: process.argv[2] ?? '', from: 'the command line' },
  {
    env: process.env,
    system: process.platform,
    platform: platformOf(process.platform, process.arch),
    cache: openToolCache(process.env, folder),
    releases: new Releases(
      { baseUrl: process.env[MIRROR_VARIABLE] || RELEASES_URL, key: HASHICORP_KEY },
      { fetch: fetchByHttpClient, sleep, random: Math.random, now: () => new Date() },
    ),
    folder,
    run: (path, args) => promisify(execFile)(path, [...args]),
  },
)
console.log(program)
