// Writes the Java wrapper anew with Web3j's generator; format it afterwards (mvn spotless:apply).
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const { abi, bytecode } = JSON.parse(readFileSync('LeptaAnchor.json', 'utf8'));
mkdirSync('target', { recursive: true });
writeFileSync('target/LeptaAnchor.abi', JSON.stringify(abi));
writeFileSync('target/LeptaAnchor.bin', bytecode);
execFileSync('mvn', ['-B', '-q', '-f', 'wrapper.xml', 'generate-sources'], { stdio: 'inherit' });

// The generator casts lists unchecked and says so to nobody; our compiler takes no warning.
const wrapper = '../java/org/lepta/service/anchoring/contract/LeptaAnchor.java';
const made = readFileSync(wrapper, 'utf8');
writeFileSync(
  wrapper,
  made.replace('@SuppressWarnings("rawtypes")', '@SuppressWarnings({"rawtypes", "unchecked"})'),
);
