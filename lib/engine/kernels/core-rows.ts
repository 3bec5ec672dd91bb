// Kernels of the core module, which the rare one calls there instead of having them twice. See rows.ts.

@external('core', 'activateRows')
export declare function activateRows(settings: usize, z: usize, y: usize, block: usize, count: i32): void

@external('core', 'activationGradientRows')
export declare function activationGradientRows(settings: usize, z: usize, y: usize, dy: usize, g: usize, block: usize, count: i32): void

@external('core', 'copyRows')
export declare function copyRows(a: usize, b: usize, block: usize, count: i32): void
