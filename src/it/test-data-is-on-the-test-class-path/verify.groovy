File out = new File(basedir, 'target/generated-test-resources/gleam')
assert new File(out, 'customers.csv').text == 'id\n1\n2\n'

String log = new File(basedir, 'build.log').text
assert log.contains('skipped: maven.test.skip is set')
assert log =~ /customers +2 rows -> target\/generated-test-resources\/gleam\/customers\.csv/
assert log =~ /customers +up to date/
