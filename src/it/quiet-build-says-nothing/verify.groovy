assert new File(basedir, 'target/generated-resources/gleam/numbers.txt').text == '1\n'
List<String> lines = new File(basedir, 'build.log').readLines()
assert lines.findAll { it.contains('[INFO]') || it.contains('[WARNING]') || it.contains('gleam:run') } == []
