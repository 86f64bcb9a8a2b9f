/** Property tests run with one seed, so that a run says the same twice; FAST_CHECK_SEED=random looks further. */
import fc from 'fast-check';

const wanted = process.env['FAST_CHECK_SEED'];
if (wanted !== 'random') fc.configureGlobal({ seed: wanted === undefined ? 20261125 : Number(wanted) });
