String log = new File(basedir, 'build.log').text
assert log =~ /Failed to execute goal .*there is no flow `costumers`\. Did you mean `customers`\? \(the flows are customers, orders\)/
// what Maven 4 puts there itself aside
assert (new File(basedir, 'target').list() ?: []).every { it == 'project-local-repo' }
