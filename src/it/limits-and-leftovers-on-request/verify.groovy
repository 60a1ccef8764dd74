import java.nio.file.Files
import javax.xml.parsers.DocumentBuilderFactory
import java.nio.file.attribute.PosixFilePermissions

String log = new File(basedir, 'build.log').text

// the first build kept its work, the second removed it, the third kept that of the run that failed
assert log.count('naps: its work is kept in target/gleam/kept-') == 2
def kept = new File(basedir, 'target/gleam').listFiles().findAll { it.name.startsWith('kept-') }
assert kept.size() == 1
assert log.contains('target/gleam/' + kept[0].name)
def scripts = kept[0].listFiles().findAll { it.name.endsWith('.sh') }
assert scripts.any { it.text.contains('sleep "$nap"; cat') && it.text.contains('tulip-4711') }
assert PosixFilePermissions.toString(Files.getPosixFilePermissions(kept[0].toPath())) == 'rwx------'
assert new File(basedir, 'target/gleam').listFiles().every { !it.name.startsWith('work-') }

// which limit it was, of which stage; and the outputs of the run before
assert log =~ /\[ERROR\] src\/main\/gleam\/naps\.yaml:8:5: rows \+ pipe \+ write failed: timed out: did not end within 2s, which is gleam\.stageTimeout/
assert new File(basedir, 'target/generated-resources/gleam/naps.txt').text == '1\n2\n'

// the first two of what is wrong, and how many there are
assert log.contains('more errors are not shown, since gleam.maxErrors is 2')
assert log.contains('gleam.maxErrors is 0; it must be 1 or more')
assert log.contains('2 |   key: {secret: true, default: ***')
assert !log.contains('tulip')

// names cannot begin lines of the log, nor colour it, and the XML is well-formed nevertheless
assert log.contains('naps#a name\\nof two lines, and \\u001b[31mred')
assert !log.contains('\u001b[31mred')
def xml = new File(basedir, 'target/surefire-reports/TEST-gleam.naps.xml')
def cases = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getElementsByTagName('testcase')
assert cases.item(0).getAttribute('name').startsWith('a name\nof two lines, and ')
