import fc from 'fast-check'

/**
 * The gate tries the same random inputs every time, so that what it says is about the change and not about luck.
 * `FAST_CHECK_SEED=$RANDOM npx vitest run --project unit` goes hunting.
 */
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 1999) })
