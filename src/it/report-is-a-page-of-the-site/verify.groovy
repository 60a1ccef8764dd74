String log = new File(basedir, 'build.log').text
File page = new File(basedir, 'target/site/gleam/index.html')
// the page of the run, whole as it was
assert page.bytes == new File(basedir, 'target/gleam/report/index.html').bytes
assert page.text.contains('sorted')
// the site leads to it
assert new File(basedir, 'target/site').listFiles().any { it.name.endsWith('.html') && it.text.contains('href="gleam/index.html"') }
// where nothing has run there is no report, and that is no failure
List<String> builds = log.split('BUILD SUCCESS') as List
assert builds[0].contains('Detected 1 report for gleam-maven-plugin')
assert !builds[0].contains('"Data flows"')
assert builds[1].contains('"Data flows"')
// from the command line it says where it is, as before
assert log =~ /target.gleam.report.index\.html   of \d{4}-/
