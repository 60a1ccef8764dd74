String log = new File(basedir, 'build.log').text
assert log =~ /first +Keeps the long lines/
assert log.contains('size = 5 (-Dgleam.param.size)')
assert log =~ /reads +data\/\*\.txt/
assert log =~ /writes +target\/long\.txt/
assert log =~ /second +cannot run: 1 problem/
// secrets stay secret
assert !log.contains('hunter2')
