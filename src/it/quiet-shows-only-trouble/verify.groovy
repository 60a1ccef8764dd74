String log = new File(basedir, 'build.log').text
assert new File(basedir, 'target/well.csv').text == 'n\n2\n3\n'
assert log.contains('trouble here')
for (shown in ['seen', 'well', 'report:', '[INFO]', '[WARNING]', '\u001b[2K']) {
    assert !log.contains(shown)
}
