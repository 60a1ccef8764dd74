String log = new File(basedir, 'build.log').text
assert log.contains('''[INFO]   numbers: filter, line 7: 6 rows
[INFO]       n
[INFO]       2
[INFO]       4
[INFO]       … 4 more
''')
assert log.contains('''[INFO]   numbers: set, line 8: 6 rows
[INFO]       n  square  word
[INFO]       2  4       ***2
''')
assert log =~ /report: sort, line 11: 6 rows\n\[INFO\] +n +square +word\n\[INFO\] +12 +144 /
assert log.contains('there is no dataset `reprot`. Did you mean `report`?')
// nothing was written, and nothing is left
assert !new File(basedir, 'target/squares.csv').exists()
assert (new File(basedir, 'target/gleam').list() ?: []).every { it == 'state' }
