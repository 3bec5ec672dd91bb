import { describe, expect, test } from 'vitest'
import { parseCommandLine, UsageError } from './command-line'

const dataFolder = 'images'
const whole = { save: null, until: null, checkpointOut: null, resume: null }

test.each([
  [
    ['train', 'a.yaml', '--data', dataFolder],
    { command: 'train', file: 'a.yaml', dataFolder, json: false, seed: null, threads: null, ...whole },
  ],
  [
    ['train', 'a.yaml', '--data', dataFolder, '--json', '--seed', '0', '--save', 'run.json', '--threads', '8'],
    { command: 'train', file: 'a.yaml', dataFolder, json: true, seed: 0, threads: 8, ...whole, save: 'run.json' },
  ],
  [
    ['train', 'a.yaml', '--data', dataFolder, '--until', '12', '--checkpoint-out', 'b.ck', '--resume', 'a.ck'],
    {
      ...{ command: 'train', file: 'a.yaml', dataFolder, json: false, seed: null, threads: null, ...whole },
      ...{ until: 12, checkpointOut: 'b.ck', resume: 'a.ck' },
    },
  ],
  [['replay', 'run.json', '--data', dataFolder], { command: 'replay', file: 'run.json', dataFolder, threads: null }],
  [
    ['export', 'a.yaml', '--data', dataFolder, '--pytorch', 'here', '--seed', '3'],
    { command: 'export', file: 'a.yaml', dataFolder, seed: 3, pytorch: 'here', keras: null },
  ],
  [['bench', '--seconds', '0.5'], { command: 'bench', seconds: 0.5, json: false }],
  [['hash'], { command: 'hash', threads: null }],
  [['hash', '--threads', '1'], { command: 'hash', threads: 1 }],
])('%j', (argv, command) => {
  expect(parseCommandLine(argv)).toEqual(command)
})

describe('one sentence for', () => {
  test.each([
    ['no command', [], /^Usage: npm run/],
    ['an unknown command', ['traim', 'a.yaml'], /^Usage: npm run/],
    ['no file', ['train'], /^Usage: npm run/],
    ['a file too many', ['replay', 'a.json', 'b.json'], /^Usage: npm run/],
    ['a file for a command that takes none', ['hash', 'a.json'], /^Usage: npm run/],
    [
      'an export to nowhere',
      ['export', 'a.yaml'],
      /^export writes a folder; name it with --pytorch DIR, --keras DIR or both\.$/,
    ],
    ['an unknown option', ['train', 'a.yaml', '--sed', '1'], /--sed.*\nUsage: npm run/s],
    ['an option of another command', ['replay', 'a.json', '--seed', '1'], /^replay has no option --seed\.\nUsage: /],
    ['a negative seed', ['train', 'a.yaml', '--seed=-1'], /^--seed is '-1'; use a whole number from 0 to 4294967295/],
    ['a seed that is no number', ['train', 'a.yaml', '--seed', 'x'], /^--seed is 'x'/],
    ['an empty seed', ['train', 'a.yaml', '--seed', ''], /^--seed is ''/],
    ['no thread', ['hash', '--threads', '0'], /^--threads is '0'; use a whole number from 1 to 32/],
    ['half a thread', ['train', 'a.yaml', '--threads', '1.5'], /^--threads is '1.5'/],
    ['more threads than a batch has chunks', ['hash', '--threads', '33'], /^--threads is '33'/],
    ['threads to measure one', ['bench', '--threads', '2'], /^bench has no option --threads/],
    [
      'no step to stop at',
      ['train', 'a.yaml', '--until', '0', '--checkpoint-out', 'b'],
      /^--until is '0'; use the num/,
    ],
    ['half a step', ['train', 'a.yaml', '--until', '1.5', '--checkpoint-out', 'b'], /^--until is '1.5'/],
    [
      'a stop that leaves nothing',
      ['train', 'a.yaml', '--until', '3'],
      /^--until stops a run on its way; say with --che/,
    ],
    [
      'part of a run to be replayed',
      ['train', 'a.yaml', '--resume', 'a.ck', '--save', 'run.json'],
      /^--save keeps a whole run in one go; leave out --until and --resume, or --save/,
    ],
    ['no time to measure in', ['bench', '--seconds', '0'], /^--seconds is '0'; use a number up to 60/],
  ])('%s', (_title, argv, message) => {
    expect(() => parseCommandLine(argv)).toThrow(UsageError)
    expect(() => parseCommandLine(argv)).toThrow(message)
  })
})
