assert new File(basedir, 'build.log').text.count('skipped: gleam.skip is set') == 4
assert !new File(basedir, 'target').exists()
