String log = new File(basedir, 'build.log').text
assert log.count('[INFO] tests are skipped') == 2
assert log.contains('skipped: gleam.skip is set')
assert !new File(basedir, 'target/gleam').exists()
