String log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\]   counts   2 tests passed   \d+\.\d s/
assert log =~ /\[INFO\]   now      2 tests passed   \d+\.\d s/
assert log.contains('[INFO] 4 tests passed')
assert log =~ /counts .* s   6 of 6 steps covered/

// only those that were asked for, and a name that is none with the ones there are
assert log =~ /\[INFO\]   counts   1 test passed/
assert log =~ /there is no test `counts#none`\. .*\(the tests are counts#words are counted, counts#nothing comes of nothing, now#/

// reports where servers look for them; what is printed is in them
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-gleam.now.xml'))
assert suite.@name == 'gleam.now' && suite.@tests == '2' && suite.@failures == '0' && suite.@errors == '0'
assert suite.testcase*.@name*.text() == ['the clock stands still', 'what is no number is refused']
assert new File(basedir, 'target/surefire-reports/TEST-gleam.counts.xml').exists()

// nothing was written by the flows themselves
assert !new File(basedir, 'target/generated-resources').exists()
assert !new File(basedir, 'target/days.csv').exists()
List<String> left = []
new File(basedir, 'target/gleam').eachFileRecurse { if (it.isFile()) left << it.name }
assert left.sort() == ['coverage.json', 'coverage.txt']
