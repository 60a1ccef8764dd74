-- manual 5.6: exponentials, logarithms, trigonometry
-- math.exp
expressions [=====[
math.exp(0)
math.exp(1)
math.exp(-1)
math.exp(0.5)
math.exp(2)
math.exp(10)
math.exp(-10)
math.exp(100)
math.exp(-100)
math.exp(709)
math.exp(710)
math.exp(-745)
math.exp(-746)
math.exp(1/0), math.exp(-1/0)
math.exp(0/0) ~= 0
math.exp(1e-10)
math.exp("1")
math.exp()
math.exp({})
math.exp("x")
math.exp(0, 1)
]=====]
-- math.log
expressions [=====[
math.log(1)
math.log(math.exp(1))
math.log(2), math.log(10)
math.log(0.5)
math.log(0), math.log(-0)
math.log(-1) ~= math.log(-1)
math.log(1/0)
math.log(0/0) ~= 0
math.log(5e-324), math.log(1e308)
math.log(8, 2), math.log(1024, 2)
math.log(100, 10), math.log(1000, 10)
math.log(27, 3), math.log(0.5, 2)
math.log(8, 8), math.log(1, 5)
math.log(2, 0.5)
math.log(8, "2")
math.log("8", 2)
math.log(3, nil)
math.log(5, 1)
math.log(1, 1) ~= 0
math.log(5, 0), math.log(5, -1) ~= 0
math.log()
math.log({})
math.log("x")
math.log(8, {})
math.log(8, "x")
]=====]
-- math.log10
expressions [=====[
math.log10(1)
math.log10(10)
math.log10(100)
math.log10(1000)
math.log10(1e10), math.log10(1e15), math.log10(1e100)
math.log10(0.1)
math.log10(0.001)
math.log10(2)
math.log10(5)
math.log10(0), math.log10(-0)
math.log10(-1) ~= math.log10(-1)
math.log10(1/0)
math.log10(0/0) ~= 0
math.log10(5e-324)
math.log10(1.7976931348623157e308)
math.log10("100")
math.log10(math.pi)
math.log10()
math.log10(nil)
math.log10({})
math.log10("x")
math.log10(10, 2)
]=====]
-- math.pow
expressions [=====[
math.pow(2, 0), math.pow(0, 0)
math.pow(2, 10)
math.pow(2, -1)
math.pow(2, 0.5)
math.pow(-2, 3), math.pow(-2, 2)
math.pow(-2, 0.5) ~= math.pow(-2, 0.5)
math.pow(10, 15), math.pow(10, -5)
math.pow(0, 2), math.pow(0, -1), math.pow(-0, -1)
math.pow(1/0, 2), math.pow(1/0, -1), math.pow(-1/0, 3)
math.pow(2, 1/0), math.pow(0.5, 1/0), math.pow(2, -1/0)
math.pow(1, 1/0), math.pow(1, 0/0)
math.pow(-1, 1/0)
math.pow(2, 1024), math.pow(2, -1075)
math.pow(9, 0.5), math.pow(27, 1/3)
math.pow(1.1, 10)
math.pow("2", "3")
math.pow(3, 4) == 3 ^ 4, math.pow(2.5, 3.5) == 2.5 ^ 3.5
math.pow(2)
math.pow()
math.pow({}, 1)
math.pow(2, "x")
math.pow(2, 3, 4)
]=====]
-- math.sin
expressions [=====[
math.sin(0), 1/math.sin(-0)
math.sin(1)
math.sin(-1)
math.sin(0.5)
math.sin(2)
math.sin(3)
math.sin(10)
math.sin(100)
math.sin(1e5)
math.sin(math.pi / 2)
math.sin(math.pi / 6)
math.sin(math.pi)
math.sin(1e-10)
math.sin(1/0) ~= math.sin(1/0)
math.sin(0/0) ~= 0
math.sin("1")
math.sin()
math.sin({})
math.sin("x")
math.sin(0, 1)
]=====]
-- math.cos
expressions [=====[
math.cos(0)
math.cos(1)
math.cos(-1)
math.cos(0.5)
math.cos(2)
math.cos(3)
math.cos(10)
math.cos(100)
math.cos(1e5)
math.cos(math.pi)
math.cos(math.pi / 2)
math.cos(math.pi / 3)
math.cos(1e-10)
math.cos(1/0) ~= math.cos(1/0)
math.cos(0/0) ~= 0
math.cos("1")
math.cos()
math.cos({})
math.cos("x")
math.cos(0, 1)
]=====]
-- math.tan
expressions [=====[
math.tan(0), 1/math.tan(-0)
math.tan(1)
math.tan(-1)
math.tan(0.5)
math.tan(2)
math.tan(3)
math.tan(10)
math.tan(100)
math.tan(1e5)
math.tan(math.pi / 4)
math.tan(math.pi)
math.tan(1.5)
math.tan(1e-10)
math.tan(1/0) ~= math.tan(1/0)
math.tan(0/0) ~= 0
math.tan("1")
math.tan()
math.tan({})
math.tan("x")
math.tan(0, 1)
]=====]
-- math.asin
expressions [=====[
math.asin(0), 1/math.asin(-0)
math.asin(1)
math.asin(-1)
math.asin(0.5)
math.asin(-0.5)
math.asin(0.1)
math.asin(0.9)
math.asin(0.99999)
math.asin(1e-10)
math.asin(2) ~= math.asin(2)
math.asin(-1.5) ~= 0
math.asin(1/0) ~= 0
math.asin(0/0) ~= 0
math.asin(math.sin(0.3))
math.asin(1) == math.pi / 2
math.asin("1")
math.asin()
math.asin({})
math.asin("x")
math.asin(0, 1)
]=====]
-- math.acos
expressions [=====[
math.acos(1)
math.acos(0)
math.acos(-1)
math.acos(0.5)
math.acos(-0.5)
math.acos(0.1)
math.acos(0.9)
math.acos(0.99999)
math.acos(1e-10)
math.acos(2) ~= math.acos(2)
math.acos(-1.5) ~= 0
math.acos(1/0) ~= 0
math.acos(0/0) ~= 0
math.acos(math.cos(0.3))
math.acos(-1) == math.pi
math.acos("1")
math.acos()
math.acos({})
math.acos("x")
math.acos(0, 1)
]=====]
-- math.atan
expressions [=====[
math.atan(0), 1/math.atan(-0)
math.atan(1)
math.atan(-1)
math.atan(0.5)
math.atan(-0.5)
math.atan(2)
math.atan(10)
math.atan(1e10)
math.atan(-1e300)
math.atan(1/0), math.atan(-1/0)
math.atan(1e-10)
math.atan(0/0) ~= 0
math.atan(math.tan(0.3))
math.atan(1) * 4 == math.pi
math.atan(1, 2), math.atan(1, -1)
math.atan("1")
math.atan()
math.atan({})
math.atan("x")
math.atan(3.7)
]=====]
-- math.atan2
expressions [=====[
math.atan2(0, 1), math.atan2(0, -1)
math.atan2(1, 0), math.atan2(-1, 0)
math.atan2(1, 1)
math.atan2(1, -1)
math.atan2(-1, 1)
math.atan2(-1, -1)
math.atan2(0, 0), math.atan2(0, -0)
math.atan2(-0, -0), 1/math.atan2(-0, 0)
math.atan2(2, 1), math.atan2(1, 2)
math.atan2(0.5, 0.25)
math.atan2(1/0, 1), math.atan2(1/0, 1/0)
math.atan2(-1/0, 1/0), math.atan2(1/0, -1/0)
math.atan2(1, 1/0), math.atan2(1, -1/0)
math.atan2(1e300, 1e-300)
math.atan2(0/0, 1) ~= 0
math.atan2("1", "1")
math.atan2(1)
math.atan2()
math.atan2({}, 1)
math.atan2(1, "x")
math.atan2(1, 2, 3)
]=====]
-- math.sinh
expressions [=====[
math.sinh(0), 1/math.sinh(-0)
math.sinh(1)
math.sinh(-1)
math.sinh(0.5)
math.sinh(-0.5)
math.sinh(2)
math.sinh(5)
math.sinh(10)
math.sinh(100)
math.sinh(1e-10)
math.sinh(710)
math.sinh(711)
math.sinh(1/0), math.sinh(-1/0)
math.sinh(0/0) ~= 0
math.sinh(0.1)
math.sinh("1")
math.sinh()
math.sinh({})
math.sinh("x")
math.sinh(0, 1)
]=====]
-- math.cosh
expressions [=====[
math.cosh(0)
math.cosh(1)
math.cosh(-1)
math.cosh(0.5)
math.cosh(-0.5)
math.cosh(2)
math.cosh(5)
math.cosh(10)
math.cosh(100)
math.cosh(1e-10)
math.cosh(710)
math.cosh(711)
math.cosh(1/0), math.cosh(-1/0)
math.cosh(0/0) ~= 0
math.cosh(0.1)
math.cosh("1")
math.cosh()
math.cosh({})
math.cosh("x")
math.cosh(0, 1)
]=====]
-- math.tanh
expressions [=====[
math.tanh(0), 1/math.tanh(-0)
math.tanh(1)
math.tanh(-1)
math.tanh(0.5)
math.tanh(-0.5)
math.tanh(2)
math.tanh(5)
math.tanh(10)
math.tanh(100)
math.tanh(1e-10)
math.tanh(19)
math.tanh(20)
math.tanh(1/0), math.tanh(-1/0)
math.tanh(0/0) ~= 0
math.tanh(0.1)
math.tanh("1")
math.tanh()
math.tanh({})
math.tanh("x")
math.tanh(0, 1)
]=====]
-- math.deg
expressions [=====[
math.deg(0)
math.deg(math.pi)
math.deg(-math.pi)
math.deg(math.pi / 2)
math.deg(math.pi / 4)
math.deg(1)
math.deg(-1)
math.deg(2 * math.pi)
math.deg(0.1)
math.deg(100)
math.deg(1e308)
math.deg(1e-10)
math.deg(1/0), math.deg(-1/0)
math.deg(0/0) ~= 0
1/math.deg(-0)
math.deg("1")
math.deg(math.rad(33))
pcall(math.deg) == true
pcall(math.deg, {}) == true
pcall(math.deg, "x") == true
math.deg(0, 1)
]=====]
-- math.rad
expressions [=====[
math.rad(0)
math.rad(180)
math.rad(-180)
math.rad(90)
math.rad(45)
math.rad(1)
math.rad(-1)
math.rad(360)
math.rad(0.1)
math.rad(12345)
math.rad(1e308)
math.rad(1e-10)
math.rad(1/0), math.rad(-1/0)
math.rad(0/0) ~= 0
1/math.rad(-0)
math.rad("90")
math.rad(math.deg(0.5))
pcall(math.rad) == true
pcall(math.rad, {}) == true
pcall(math.rad, "x") == true
math.rad(0, 1)
]=====]
