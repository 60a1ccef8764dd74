assert new File(basedir, 'with-flows/target/wanted.txt').text == '1\n2\n'
assert !new File(basedir, 'with-flows/target/other.txt').exists()

String log = new File(basedir, 'build.log').text
// lines of modules that build at the same time say whose they are
assert log =~ /with-flows\/wanted +2 rows -> target\/wanted\.txt/
assert !log.contains('no flows in')
assert log =~ /there is no flow `wandet`\. Did you mean `wanted`\?/
