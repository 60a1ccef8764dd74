String log = new File(basedir, 'build.log').text
File directory = new File(basedir, 'target/gleam/report')
String page = new File(directory, 'index.html').text
// what ran, what was lost, and why; the third build wrote no report, the fourth could not, and went well
assert page.contains('1 flow failed')
assert page.contains('1 row')
assert page.contains('target/rejects.csv')
assert page.contains('&lt;b&gt;stop&lt;/b&gt;')
assert !page.contains('<script')
def json = new groovy.json.JsonSlurper().parse(new File(directory, 'report.json'))
assert json.flows*.name == ['lossy', 'fails']
assert json.flows*.state == ['ran', 'failed']
assert json.flows[0].rejected*.rows == [1]
assert json.flows[0].datasets.find { it.name == 'numbers' }.steps.last().rows == 2
assert json.flows[1].failure.message.contains('stop')
List<String> trace = new File(directory, 'trace.tsv').readLines()
assert trace[0].split('\t').length == 18
// every step has its rows, also within a chain
assert json.flows[0].datasets.collectMany { it.steps }.every { it.rows != null }
assert trace.any { it.startsWith('lossy\t') && it.split('\t', -1)[10] == '' && it.split('\t', -1)[14] != '' }
assert trace.any { it.startsWith('fails\t') && it.contains('\tfailed\t') }
// a secret is in no file of the report, nor in the log
assert !(page + json + trace + log).contains('Xq7Kd')
assert log.contains('report: target/gleam/report/index.html')
assert log =~ /target\/gleam\/report\/index\.html   of \d{4}-/
assert log.contains('the report cannot be written: ')
