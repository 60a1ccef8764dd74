String log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] src/main/gleam/squares.yaml:3:5: `runtime: luajit` needs the program `no-such-luajit`, which is not on the PATH')
assert log.contains('install the package luajit')
assert !new File(basedir, 'target/squares.txt').exists()
