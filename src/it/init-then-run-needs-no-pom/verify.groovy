String log = new File(basedir, 'build.log').text
assert !new File(basedir, 'pom.xml').exists()
assert new File(basedir, 'target/generated-resources/gleam/words.csv').readLines().take(3) == ['word,count', 'merrily,4', 'row,3']
// its test was run, and holds
assert new File(basedir, 'target/surefire-reports').list().any { it.contains('words') }
// the descriptor leads editors to the schema that lies there
assert new File(basedir, 'src/main/gleam/words.yaml').readLines()[0] == '# yaml-language-server: $schema=../../../.gleam/flow.schema.json'
assert new File(basedir, '.gleam/flow.schema.json').text.contains('A flow of gleam')
assert new File(basedir, '.luarc.json').exists()
// nothing is overwritten
assert log.contains('are there already; gleam:init overwrites nothing')
assert log.contains('there is no template `wrods`. Did you mean `words`?')
