assert new File(basedir, 'target/report.csv').text == 'city,total,orders\nUlm,40,2\nGera,7,1\nBonn,6,2\n'
assert new File(basedir, 'target/by-city').list().sort() == ['Bonn.csv', 'Gera.csv', 'Ulm.csv']
assert new File(basedir, 'target/largest.csv').text == 'city,amount\nBonn,5\nGera,7\nUlm,30\n'

// the same when it is divided otherwise and has no memory: the second invocation has left the same files
String log = new File(basedir, 'build.log').text
int first = log.indexOf('c-totals')
assert first >= 0 && first < log.indexOf('b-cities') && log.indexOf('b-cities') < log.indexOf('a-report')
