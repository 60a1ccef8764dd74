String log = new File(basedir, 'build.log').text
assert log.contains('1 flow is valid')
assert !new File(basedir, 'target-was-touched').exists()
// what Maven 4 puts there itself aside
assert (new File(basedir, 'target').list() ?: []).every { it == 'project-local-repo' }
