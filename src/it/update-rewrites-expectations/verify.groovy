String expected = '''# how long are words?
steps:
  - read: data/words.txt
  - set: {length: "#line"}   # in bytes
  - write: target/lengths.csv

tests:
  # the first
  - name: block
    given: [one, three]
    expect: |
      line,length
      one,3
      three,5

  - name: list     # a list
    given: [a]
    expect:
      # a comment
      - {line: a, length: 1}   # wrong
  - {name: count, given: [a, b], rows: 2}
# the end
'''
assert new File(basedir, 'src/main/gleam/lengths.yaml').text == expected
assert new File(basedir, 'src/main/gleam').list().toList() == ['lengths.yaml']

String log = new File(basedir, 'build.log').text
assert log.contains('[WARNING] src/main/gleam/lengths.yaml: 3 expectations rewritten; look at what has changed')
assert log.contains('[INFO] 3 tests passed')
