String log = new File(basedir, 'build.log').text
// in the lifecycle, and by a goal on the command line
assert (log =~ /\[ERROR\].* <partition> in the <configuration> of gleam-maven-plugin is no parameter of gleam\. Did you mean <partitions>\?/).size() == 2
assert log =~ /<partition> in the <configuration> of execution `nightly` is no parameter of gleam\. Did you mean <partitions>\?/
// what Maven 4 puts there itself aside
assert (new File(basedir, 'target').list() ?: []).every { it == 'project-local-repo' }
