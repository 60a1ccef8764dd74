List<String> lines = new File(basedir, 'build.log').readLines()
assert lines.any { it.startsWith('::error file=src/main/gleam/wrong.yaml,line=4,col=13::') }
assert lines.any { it == '::error file=src/main/gleam/fails.yaml,line=4::map failed: 100 %25 wrong' }
// the log says it too
assert lines.any { it.startsWith('[ERROR] ') && it.contains('100 % wrong') }
