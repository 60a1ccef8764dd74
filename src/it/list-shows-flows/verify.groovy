String log = new File(basedir, 'build.log').text
assert log =~ /first +Keeps the long lines/
assert log.contains('size = 5 (-Dgleam.param.size)')
assert log =~ /reads +data\/\*\.txt/
assert log =~ /writes +target\/long\.txt/
assert log.contains('cannot run: 1 problem; gleam:validate shows them')
// what every flow has is no parameter of this one
assert !log.contains('out = ')
// secrets stay secret
assert !log.contains('hunter2')
