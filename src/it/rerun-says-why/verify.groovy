String log = new File(basedir, 'build.log').text
assert log.contains('(ran: first time)')
assert log.contains('(ran: parameter size changed: 2 -> 3)')
// the value of a secret is told neither before nor after
assert log.contains('(ran: parameter key changed)')
// asked, not run: the parameters of the command line are not there this time
assert log =~ /status +will run: parameter key changed; parameter size changed: 3 -> 2/
assert log.contains('  will run: parameter size changed: 3 -> 2')
assert log.contains('  parameter size = 2 (default)')
assert log.contains('forgot the runs of all flows')
assert log.count('(ran: first time)') == 2
