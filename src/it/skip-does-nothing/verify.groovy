assert new File(basedir, 'build.log').text.count('skipped: gleam.skip is set') == 4
// what Maven 4 puts there itself aside
assert (new File(basedir, 'target').list() ?: []).every { it == 'project-local-repo' }
