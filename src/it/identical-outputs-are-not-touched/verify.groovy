String log = new File(basedir, 'build.log').text
assert log =~ /2 rows -> target\/generated-resources\/gleam\/sorted\.txt, unchanged +\d+\.\d s +\(ran: gleam\.force\)/
