'use client'

/** The networks that are compared: each by the activation of all its blocks, or of each of them. */
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/components/lab/compact-number'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { ACTIVATION_NAMES, type ActivationName, activations } from '@/lib/engine'
import { MOST_NETWORKS } from '@/lib/lab/widgets/cnn-lab'
import { type CnnNetwork, isWhole, type PlannedNetwork } from './cnn-spec'

interface NetworkListProps {
  nets: readonly CnnNetwork[]
  looks: readonly PlannedNetwork[]
  onChange: (nets: CnnNetwork[]) => void
  announce: (text: string) => void
}

const BY_BLOCK = 'by-block'
const OPTIONS = ACTIVATION_NAMES.map((name) => ({ value: name, label: activations[name].title }))
const whole = (name: ActivationName): CnnNetwork => [name, name, name]
const isSame = (a: CnnNetwork, b: CnnNetwork) => a.join() === b.join()

export function NetworkList({ nets, looks, onChange, announce }: NetworkListProps) {
  /** Networks whose blocks are shown though they are still alike, by their places. */
  const [shown, setShown] = useState<readonly number[]>([])
  const unused = ACTIVATION_NAMES.find((name) => nets.every((one) => !isSame(one, whole(name))))
  const hasRoom = nets.length < MOST_NETWORKS && unused !== undefined

  function change(place: number, network: CnnNetwork) {
    if (nets.some((one, other) => other !== place && isSame(one, network))) {
      announce('There is such a network already, so nothing was changed.')
    } else onChange(nets.with(place, network))
  }

  return (
    <div className="flex flex-col gap-2.5">
      <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
        {nets.map((network, place) => {
          const look = looks[place]
          const isByBlock = !isWhole(network) || shown.includes(place)
          const name = `Network ${place + 1}`
          return (
            <li key={PLACES[place]} className="m-0 flex flex-col gap-1.5">
              <div className="flex items-center gap-2">
                <svg aria-hidden="true" width={20} height={8} className="shrink-0">
                  <line
                    x1={0}
                    x2={20}
                    y1={4}
                    y2={4}
                    stroke={look?.color}
                    strokeWidth={3}
                    strokeDasharray={look?.dash}
                  />
                </svg>
                <div className="min-w-0 flex-1">
                  <SelectField<ActivationName | typeof BY_BLOCK>
                    label={`${name}: activation`}
                    compact
                    value={isByBlock ? BY_BLOCK : network[0]}
                    options={[...OPTIONS, { value: BY_BLOCK, label: 'Block by block' }]}
                    onChange={(value) => {
                      if (value === BY_BLOCK) setShown([...shown, place])
                      else {
                        setShown(shown.filter((other) => other !== place))
                        change(place, whole(value))
                      }
                    }}
                  />
                </div>
                <IconButton
                  label={`${name}: remove`}
                  off={nets.length === 1}
                  onPress={() => {
                    setShown([])
                    onChange(nets.filter((_, other) => other !== place))
                    announce(`${look?.label ?? name} is taken out.`)
                  }}
                >
                  <X />
                </IconButton>
              </div>
              {isByBlock ? (
                <div className="grid grid-cols-3 gap-1.5 pl-7">
                  {network.map((own, block) => (
                    <SelectField
                      key={PLACES[block]}
                      label={`${name}: activation of block ${block + 1}`}
                      compact
                      value={own}
                      options={OPTIONS}
                      onChange={(value) => change(place, network.with(block, value) as CnnNetwork)}
                    />
                  ))}
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
      <div>
        <Button
          variant="secondary"
          size="sm"
          aria-disabled={!hasRoom || undefined}
          onClick={hasRoom ? () => onChange([...nets, whole(unused)]) : undefined}
        >
          <Plus aria-hidden="true" className="size-4" /> Add a network
        </Button>
      </div>
    </div>
  )
}

/** A row keeps its place, and the focus in it, whatever is chosen there. */
const PLACES = ['first', 'second', 'third', 'fourth', 'fifth']
