-- what the parser says, and near what
sayings [=====[
x =
x = = 1
x = 1 2
x
x y
x.y
x.y.z
x:y
x:y =
x[1
x[1]
x[
a.b:c = 1
a.1
a.
f(
f(1
f(1,
f(1,)
f{
f{1
f{1,2
f{a=
f{a=1
f{[1]
f{[1]=
f'x
f"x
for
for x
for x in
for x =
for x = 1
for x = 1,
for x = 1, 2
for x = 1, 2 do
for x, y
for x, y in pairs(t) do
for 1 = 1, 2 do end
for x.y = 1, 2 do end
while
while x
while x do
if
if x
if x then
if x then else
if x then elseif
if x then else else end
repeat
repeat until
function
function f
function f(
function f(a
function f(a,
function f(a b) end
function f(1) end
function f(...
function f(..., a) end
function f() 
function f:a:b() end
function f.1() end
function 1() end
local
local 1
local x =
local x, = 1
local function
local function f
local function f.x() end
local x y
return return
return 1 2
return,
return 1,
break
goto
goto 1
goto nowhere
do goto x end ::y::
::x
::x:: ::x::
::1::
end
else
elseif
until
then
do
do end end
)
]
}
x = )
x = (1
x = (1))
x = {1
x = {1 2}
x = {,}
x = {a b}
x = [[abc
x = [=abc
x = "abc
x = 'abc
x = 'a\q'
x = '\300'
x = '\xZZ'
x = '\u{110000}'
x = '\u{'
x = 3x
x = 1e
x = 1e+
x = 0x
x = 0xg
x = 1..2
x = 1.2.3
x = 0b2
x = @
x = $
x = !
x = ~
x = ~= 1
x = a ~ b
x = a & b
x = a // b
x = a ! b
x = `
x = \
x = ?
x = a ? b : c
x += 1
x++
x = y++
x = not
x = -
x = #
x = a ..
x = a and
x = a or
x = and
x = function
x = function(
x = function()
x = function() end end
x = ...
(x) = 1
(x
1 = x
"x" = 1
nil = 1
x, y
x, y =
x, 1 = 1
x, f() = 1
f().x = 
{} = 1
-
--[[ unfinished
--[==[ unfinished ]]
x = 1 ;; y = 2
;
; x = 1
x = 1 ;
local x <const> = 1
if x = 1 then end
if x then end end
while x do end end
x = { [1] = }
x = { [1 = 2 }
x = { = 1 }
x = { a. = 1 }
and
or
not x
nil
true
"string"
'string'
42
x = "tab	in string" = 1
import x
class A {}
let x = 1
var x
return x = 1
x == 1
a.b.c:d.e = 1
a:b.c = 1
local function f() return end x
]=====]
said("f\n(g)()")
said("f\n(g)")
said("x = f\n(g)")
said("if x then\n\n")
said("while x do\n\nif y then")
said("function f()\n\n\n")
said("x = {\n1,\n2\n")
said("f(\n1,\n2\n")
said("x = 'a\nb'")
said("x = \"a\\\nb\"")
said("for i = 1, 2 do\nbreak\nend\nbreak")
said("\n\n\nx = = 1")
said("--x\n#foo")
said("#!shebang\nreturn 1")
said("\239\187\191return 1")
said("x = 'a\\z\n   b'")
said("")
said("   ")
said("-- only a comment")
said("return")
said("return;")
said("do return end")
said("do return 1; end")
said("repeat local x = 1 until x")
said("goto l; local a; ::l:: print(a)")
said("do goto l; local a; ::l:: end")
said("goto l; do ::l:: end")
said("for i = 1, 3 do goto continue; ::continue:: end")
said("while true do if x then break end end")
said("function f() break end")
said("function f() return ... end")
said("function f(...) return function() return ... end end")
said(("("):rep(250))
said("x = " .. ("("):rep(190) .. "1" .. (")"):rep(190))
local locals = {}
for i = 1, 201 do locals[i] = "local a" .. i end
said(table.concat(locals, " "))
said("function f() " .. table.concat(locals, " ") .. " end")
said("\n\nfunction f() " .. table.concat(locals, "\n") .. " end")
