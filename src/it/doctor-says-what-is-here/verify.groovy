String log = new File(basedir, 'build.log').text
assert log =~ /ok +Java +\d+/
assert log =~ /ok +Maven +[34]\./
assert log =~ /ok +Lua +built in/
assert log =~ /ok +cores +\d+/
// what is not here is no failure, and has its cure beside it
assert log =~ /\[WARNING\] warn +luajit +no `no-such-luajit` on the PATH/
assert log.contains('only flows with `runtime: luajit` need it')
