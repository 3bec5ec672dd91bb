import { buildDataset, createTrainer, type ExperimentSpec } from '@/lib/engine'
import { nodeBackend } from '@/lib/training/hardware/node-backend'
const act=(n:string)=>({ layer:'activation' as const, name:n as any })
const conv=(c:number,s=1)=>({ layer:'conv2d' as const, channels:c, kernel:3, stride:s, padding:'same' as const })
const pool={ layer:'max-pool2d' as const, size:2 }
const end=[{layer:'flatten' as const},{layer:'linear' as const, units:10}]
const img={ version:1, data:{ kind:'drawn-ten', train:512, validation:8, seed:1, standardise:'per-channel' }, loss:{kind:'softmax-cross-entropy'}, optimizer:{kind:'sgd',learningRate:0.01,momentum:0.9}, batch:32, epochs:1e6, seeds:[0] }
const specs: Record<string, any> = {
 cnn:{...img, model:[conv(16),act('relu'),pool,conv(32),act('relu'),pool,conv(64),act('relu'),pool,...end]},
 gelu:{...img, model:[conv(16),act('gelu'),pool,conv(32),act('gelu'),pool,conv(64),act('gelu'),pool,...end]},
 nopool:{...img, data:{...img.data,train:96}, model:[conv(16),act('relu'),conv(32),act('relu'),conv(64),act('relu'),{layer:'global-average-pool'},{layer:'linear',units:10}]},
 mlp:{ version:1, data:{kind:'spiral',samples:4000,noise:0.1,seed:7,validation:0.01}, model:[{layer:'linear',units:8},act('tanh'),{layer:'linear',units:8},act('tanh'),{layer:'linear',units:1},act('tanh')], loss:{kind:'mse'}, optimizer:{kind:'sgd',learningRate:0.03}, batch:10, epochs:1e6, seeds:[0] },
}
const name=process.argv[2]!, ms=Number(process.argv[3]??1500)
const spec=specs[name] as ExperimentSpec
const t=createTrainer({spec,seed:0,dataset:buildDataset(spec.data),backend:nodeBackend()})
t.reportEvery= name==='mlp'?3000:1
const r=t.run()
const go=(ms:number)=>{const s0=t.step;const c0=process.cpuUsage();const t0=performance.now();while(performance.now()-t0<ms)r.next();const c=process.cpuUsage(c0);return (c.user+c.system)/(t.step-s0)}
go(700)
console.log(go(ms))
