String text = new File(basedir, 'src/main/gleam/report.yaml').text
assert text.endsWith('''    - write: target/report.csv

tests:
  - name: recorded
    given:
      orders: |
        id,customer,total
        1,007,9.90
        2,008,120
      customers: |
        id,name
        007,"Ann, B"
        008,Bob
    expect:
      report: |
        id,name,total
        1,"Ann, B",9.9
        2,Bob,120
''')
String log = new File(basedir, 'build.log').text
assert log.contains('wrote the test `recorded` into src/main/gleam/report.yaml')
assert log.contains('[INFO] 1 test passed')
assert !new File(basedir, 'target/report.csv').exists()
