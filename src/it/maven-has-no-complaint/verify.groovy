String log = new File(basedir, 'build.log').text
// what Maven 3.9 says of parameters, types and libraries that it will not have for ever
assert !log.contains('validation issues')
assert !log.contains('threadSafe')
// the rest of what Maven warns of has a plugin's name in it
assert log.readLines().findAll { it.contains('[WARNING]') && it.contains('gleam') } == []
assert new File(basedir, 'with-flows/target/made/numbers.txt').text == '1\n2\n3\n'
