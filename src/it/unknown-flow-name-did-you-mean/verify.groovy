String log = new File(basedir, 'build.log').text
assert log =~ /Failed to execute goal .*there is no flow `costumers`\. Did you mean `customers`\? \(the flows are customers, orders\)/
assert !new File(basedir, 'target').exists()
