String log = new File(basedir, 'build.log').text
assert log.contains('1 flow is valid')
assert !new File(basedir, 'target-was-touched').exists()
assert !new File(basedir, 'target').exists()
