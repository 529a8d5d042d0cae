// Compiles LeptaAnchor.sol into LeptaAnchor.json; with --check only compares, and fails on any
// difference. The artefact names the compiler and its settings, so anybody can do the same.
import { readFileSync, writeFileSync } from 'node:fs';
import solc from 'solc';

const source = 'LeptaAnchor.sol';
const artefact = 'LeptaAnchor.json';
const settings = {
  evmVersion: 'shanghai',
  optimizer: { enabled: true, runs: 200 },
  // Without a hash of its own making the bytecode depends on the source's meaning alone.
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
  outputSelection: { [source]: { LeptaAnchor: ['abi', 'evm.bytecode.object'] } },
};

const output = JSON.parse(
  solc.compile(
    JSON.stringify({
      language: 'Solidity',
      sources: { [source]: { content: readFileSync(source, 'utf8') } },
      settings,
    }),
  ),
);
if (output.errors?.length) {
  console.error(output.errors.map((error) => error.formattedMessage).join('\n'));
  process.exit(1);
}
const { abi, evm } = output.contracts[source].LeptaAnchor;
const { outputSelection, ...written } = settings;
const made =
  JSON.stringify(
    { compiler: solc.version(), settings: written, abi, bytecode: evm.bytecode.object },
    null,
    2,
  ) + '\n';

if (!process.argv.includes('--check')) {
  writeFileSync(artefact, made);
} else if (readFileSync(artefact, 'utf8') !== made) {
  console.error(`${artefact} is not what ${solc.version()} makes of ${source}: npm run build`);
  process.exit(1);
}
console.log(`${artefact}: ${evm.bytecode.object.length / 2} bytes by ${solc.version()}`);
