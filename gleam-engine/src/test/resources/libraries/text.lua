-- case
expressions [=====[
text.lower("ABC xyz 123"), text.upper("ABC xyz 123"), text.lower(""), text.upper("")
text.lower("ÀÉÎÕÜÑÇØÞŸ"), text.upper("àéîõüñçøþÿ"), text.upper("×÷ß"), text.lower("×÷ẞ")
text.lower("ĀĄĆĐĘĞİĲĹŁŃŊŐŒŘŚŠŤŮŹŻŽ"), text.upper("āąćđęğıĳĺłńŋőœřśšťůźżžſŉĸ")
text.lower("ȘȚǍǺẠỆỲ"), text.upper("șțǎǻạệỳ"), text.lower("ǄǅǈǱ"), text.upper("ǆǅǉǳ")
text.lower("ΑΒΓΔΣΏΆΪΫ"), text.upper("αβγδσςώάϊϋ"), text.upper("ΐΰ"), text.upper("µ"), text.lower("ϴϷϹϺ"), text.upper("ϐϑϕϖϰϱϵ")
text.lower("АБВЯЁЂЏҐҒӀӁӐӾԀԮ"), text.upper("абвяёђџґғӏӂӑӿԁԯ"), text.lower("ԱԲՖ"), text.upper("աբֆև")
text.lower("日本語 😀 ©"), text.upper("日本語 😀 ©"), text.lower("Kelvin K"), text.upper("ꙁ")
text.lower("\195"), text.upper("\195"), text.lower("É\195É\128\255É"), text.upper("\225\184"), text.lower("\195\137\137A")
text.lower(12.5), text.upper(true)
text.upper()
]=====]

-- white space
expressions [=====[
text.trim("  a b  "), text.trim("\t\n\v\f\r a"), text.trim(""), text.trim("   "), text.trim("a"), text.trim("\0 a \0")
text.trim("\194\160\226\128\131a\227\128\128\226\128\168"), text.trim("\239\187\191a"), text.trim("\226\128\139a"), text.trim("\225\154\128\226\129\159\226\128\175x\194\133")
text.trim("é "), text.trim(" \195\160"), text.trim("\160a\160"), text.trim("a\128"), text.trim("x\226\128"), text.trim("\128 ")
text.ltrim("  a  "), text.rtrim("  a  "), text.ltrim("\194\160a\194\160"), text.rtrim("\194\160a\194\160"), text.ltrim(" "), text.rtrim(" ")
#text.trim((" "):rep(100000) .. "x" .. (" "):rep(100000)), #text.trim(("x "):rep(50000)), #text.ltrim(("\194\160"):rep(10000))
text.words(" a  b\tc\n"), text.words(""), text.words(" \194\160 "), text.words("a\194\160b\227\128\128c"), text.words("é\195\160 à")
text.normalizeSpaces("  a \t\n b\194\160\194\160c  "), text.normalizeSpaces(""), text.normalizeSpaces("a b"), text.normalizeSpaces("\128 \128")
text.isBlank(""), text.isBlank(" \t\194\160\239\187\191"), text.isBlank("a"), text.isBlank("\128"), text.isBlank("\0")
text.trim(nil)
text.words({})
]=====]

-- pieces
expressions [=====[
text.lines("a\nb\r\n\nc"), text.lines("a\n"), text.lines(""), text.lines("\n"), text.lines("\n\n"), text.lines("a\rb"), text.lines("a\r\n")
text.split("a1b22c", "%d+"), text.split("a,b;c", "[,;]"), text.split("", ","), text.split(",", ","), text.split("abc", "x"), text.split("a.b", "%.")
text.split("a, b ,c", "%s*,%s*"), text.split("xaxbx", "x"), text.split("aXbXc", "^a"), text.split("ab", "b$")
text.chars("aé€😀"), text.chars(""), text.chars("a\255\195é"), text.chars("\226\130"), text.chars("\237\160\128"), text.chars("\0é")
text.split("abc", "")
text.split("abc", "%d*")
text.split("abc", "[a")
text.split("abc", "%")
text.split("abc", "(a")
text.split("abc")
text.lines()
text.chars(nil)
]=====]

-- characters
expressions [=====[
text.length("aé€😀"), text.length(""), text.length("abc"), text.length("\255\255é"), text.length("\226\130"), text.length(12345), text.length("e\204\129")
text.sub("aé€😀b", 2, 4), text.sub("aé€😀b", -2), text.sub("aé€😀b", -3, -2), text.sub("aé€😀b", 0), text.sub("aé€😀b", 3, 2), text.sub("aé€😀b", 2, 100), text.sub("é", 2), text.sub("", 1)
text.sub("abcde", 2, 4), text.sub("abcde", -2), text.sub("abcde", 0, 2), text.sub("\255é\255", 2, 2), text.sub("aé", -100, 1), text.sub("aé", 1, -100)
text.padLeft("a", 3), text.padLeft("é", 3, "0"), text.padLeft(7, 3, "0"), text.padLeft("abcd", 3), text.padLeft("", 2, "€"), text.padLeft("a", -5), text.padLeft(-1.5, 6)
text.padRight("a", 3), text.padRight("é", 3, "."), text.padRight("abcd", 3), text.padRight("", 0)
text.truncate("héllo wörld", 5), text.truncate("héllo", 5), text.truncate("héllo", 4, "…"), text.truncate("héllo", 3, "..."), text.truncate("abc", 0), text.truncate("", 3), text.truncate("é", 1, "")
text.sub("x")
text.sub("x", "1")
text.sub("x", 1, 1.5)
text.sub(nil, 1)
text.length({})
text.padLeft("x")
text.padLeft("x", 2.5)
text.padLeft("x", 2, "ab")
text.padLeft("x", 2, "")
text.padLeft("x", 2, 0)
text.padRight("x", "2")
text.padRight({}, 2)
text.truncate("x")
text.truncate("héllo", 2, "...")
text.truncate("héllo", -1)
text.truncate("x", 1, {})
]=====]

-- looking into texts
expressions [=====[
text.startsWith("hello", "he"), text.startsWith("hello", ""), text.startsWith("hello", "hello!"), text.startsWith("", "a"), text.startsWith("a.b", "a%"), text.startsWith(123, 12)
text.endsWith("hello", "lo"), text.endsWith("hello", ""), text.endsWith("hello", "xhello"), text.endsWith("", ""), text.endsWith("file.txt", ".txt")
text.contains("a.b", "."), text.contains("ab", "."), text.contains("a", ""), text.contains("", "a"), text.contains("x%d", "%d"), text.contains(105, 0)
text.count("aaaa", "aa"), text.count("a.b.c", "."), text.count("", "a"), text.count("é€é", "é")
text.replace("a.b.c", ".", "-"), text.replace("a", "a", "%1"), text.replace("aaa", "aa", "b"), text.replace("abc", "x", "y"), text.replace("a%a", "%a", "$0"), text.replace("aXa", "X", ""), text.replace("a1", 1, 2)
text.isUtf8("aé€😀"), text.isUtf8(""), text.isUtf8("\0\127"), text.isUtf8("\128"), text.isUtf8("\192\128"), text.isUtf8("\193\191"), text.isUtf8("\194"), text.isUtf8("\195\169\169")
text.isUtf8("\224\159\191"), text.isUtf8("\224\160\128"), text.isUtf8("\237\159\191"), text.isUtf8("\237\160\128"), text.isUtf8("\239\191\191"), text.isUtf8("\226\130")
text.isUtf8("\240\143\191\191"), text.isUtf8("\240\144\128\128"), text.isUtf8("\244\143\191\191"), text.isUtf8("\244\144\128\128"), text.isUtf8("\245\128\128\128"), text.isUtf8("\255"), text.isUtf8("\195.\169")
text.escapePattern("a.b*c%d[e]f^g$h(i)j-k+l?m"), ("x.y"):find(text.escapePattern(".")), text.escapePattern("a\0b"), ("a\0b"):find(text.escapePattern("\0b"))
text.startsWith("x")
text.endsWith("x", nil)
text.contains("x", {})
text.count("x", "")
text.replace("x", "", "y")
text.replace("x", "x")
text.isUtf8(nil)
text.escapePattern()
text.lenght("x")
text.len("x")
]=====]
