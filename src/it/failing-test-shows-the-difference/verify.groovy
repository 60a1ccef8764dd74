String log = new File(basedir, 'build.log').text
assert log.contains('[ERROR]   orders   3 of 3 tests failed')
assert log.contains('''[ERROR] src/main/gleam/orders.yaml:24:9: orders#large orders: `large` has other rows than expected: 1 missing (-), 1 unexpected (+), 1 changed (~ expected -> actual)
[ERROR]      id  total       by
[ERROR]    ~ 2   121 -> 120  ***
[ERROR]    - 4   11          me
[ERROR]    + 3   50          ***
''')
// what is broken says so in the words of the flow; what is missing, with the line to write
assert log =~ /orders\.yaml:6:7: orders#broken: read failed: .*much/
assert log.contains('write `given: {orders:')
assert log =~ /Failed to execute goal .*orders#large orders.* \(and 2 more above\)/
assert log.contains('BUILD SUCCESS')

def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-gleam.orders.xml'))
assert suite.@failures == '1' && suite.@errors == '2'
assert suite.testcase[0].failure.text().contains('~ 2   121 -> 120')

// a secret is shown nowhere
assert !log.contains('s3cr3t') && !suite.toString().contains('s3cr3t')
