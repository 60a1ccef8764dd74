assert !new File(basedir, 'pom.xml').exists()
assert new File(basedir, 'target/generated-resources/gleam/sorted.txt').text == 'a\nb\nc\n'
String log = new File(basedir, 'build.log').text
assert log.contains('watching 1 flow, 2 files; Ctrl-C or the file stop ends it')
assert log.contains('(ran: data/lines.txt changed)')
