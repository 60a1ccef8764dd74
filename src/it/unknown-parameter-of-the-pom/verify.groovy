String log = new File(basedir, 'build.log').text
assert log =~ /<partition> in the <configuration> of gleam-maven-plugin is no parameter of gleam\. Did you mean <partitions>\?/
assert !new File(basedir, 'target').exists()
