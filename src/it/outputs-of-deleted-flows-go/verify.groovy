File out = new File(basedir, 'target/generated-resources/gleam')
// a value has vanished, and a flow
assert new File(out, 'by').list() as List == ['AT.csv']
assert !new File(out, 'old').exists()
assert new File(out, 'renames.txt').text == 'yes\n'

String log = new File(basedir, 'build.log').text
assert log.contains('removed target/generated-resources/gleam/by/CH.csv, written no more')
assert log.contains('src/main/gleam/old.yaml is gone: removed target/generated-resources/gleam/old/people.csv, written no more')
