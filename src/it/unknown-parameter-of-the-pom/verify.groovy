String log = new File(basedir, 'build.log').text
assert log =~ /<partition> in the <configuration> of gleam-maven-plugin is no parameter of gleam\. Did you mean <partitions>\?/
// what Maven 4 puts there itself aside
assert (new File(basedir, 'target').list() ?: []).every { it == 'project-local-repo' }
