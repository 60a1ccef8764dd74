package io.gleamflow.lua.cure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is cured in LuaJ. A remedy is tied to a method by its name and the beginning of its descriptor, and {@link
 * #requireAllUsed()} fails the build when one finds nothing, so that a list that no longer fits its LuaJ is noticed.
 */
final class Remedies {
    private static final String VM = "org/luaj/vm2/";
    private static final String OURS = "io/gleamflow/lua/cured/";

    /** How the method in LuaJ and ours go together. */
    enum Way {
        /** Ours instead of LuaJ's. */
        INSTEAD,
        /** Ours is called first, with the same arguments; what it returns replaces the last argument, if it returns something. */
        BEFORE,
        /** Ours is called when LuaJ's returns. */
        AFTER,
        /** Ours is called instead and may call LuaJ's, which is now named {@code luaj$name}. */
        AROUND,
    }

    /** One cured method. {@code descriptor} may be only the beginning of it. */
    record Remedy(Way way, String owner, String name, String descriptor, String ourClass, String ourMethod) {
        boolean fits(String className, String methodName, String methodDescriptor) {
            return owner.equals(className) && name.equals(methodName) && methodDescriptor.startsWith(descriptor);
        }
    }

    /** Classes whose members our own classes may touch. */
    private static final List<String> OPENED = List.of(
            "compiler/LexState", "compiler/FuncState", "compiler/LuaC", "LuaError", "LuaClosure", "LuaDouble", "LuaString", "LuaTable", "UpValue", "Varargs");

    private final List<Remedy> remedies = new ArrayList<>();
    private final Set<Remedy> used = new LinkedHashSet<>();

    private Remedies() {}

    static Remedies all() {
        Remedies all = new Remedies();
        all.numbers();
        all.strings();
        all.values();
        all.operations();
        all.errors();
        all.syntax();
        return all;
    }

    private void numbers() {
        instead("LuaDouble", "tojstring", "()", "Numbers", "text");
        instead("LuaDouble", "valueOf", "(D)", "Numbers", "number");
        instead("LuaDouble", "ddiv", "(DD)", "Numbers", "divide");
        instead("LuaDouble", "ddiv_d", "(DD)", "Numbers", "quotient");
        instead("LuaDouble", "dmod", "(DD)", "Numbers", "modulo");
        instead("LuaDouble", "dmod_d", "(DD)", "Numbers", "remainder");
        instead("LuaInteger", "neg", "()", "Numbers", "negate");
        instead("LuaInteger", "mul", "(I)", "Numbers", "multiply");
        instead("lib/MathLib", "dpow", "(DD)", "Numbers", "power");
        instead("lib/MathLib", "dpow_d", "(DD)", "Numbers", "raised");
        add(Way.BEFORE, "LuaTable", "hashget", "(L", "Numbers", "key");
        add(Way.AROUND, "LuaTable", "hashset", "(L", "Numbers", "hashset");
        add(Way.BEFORE, "LuaTable", "rehash", "(I", "Tables", "dropDead");
        instead("LuaTable$NumberValueEntry", "set", "(L", "Numbers", "replace");
        instead("compiler/FuncState", "numberK", "(L", "Numbers", "constant");
    }

    private void strings() {
        instead("LuaString", "strcmp", "(Lorg/luaj/vm2/LuaString;)", "Strings", "compare");
        instead("LuaString", "scannumber", "()", "Strings", "number");
        instead("LuaString", "tojstring", "()", "Strings", "decoded");
        instead("LuaString", "valueOf", "(Ljava/lang/String;)", "Strings", "encoded");
        instead("LuaString", "hashCode", "([BII)", "Strings", "hash");
        instead("LuaString", "hashCode", "()", "Strings", "hashOf");
        instead("LuaString", "raweq", "(Lorg/luaj/vm2/LuaString;)", "Strings", "equal");
        instead("LuaString", "valueOf", "([BII)", "Strings", "copied");
        instead("LuaString", "valueUsing", "([BII)", "Strings", "shared");
    }

    private void values() {
        String more = "Lorg/luaj/vm2/Varargs;)";
        String value = "Lorg/luaj/vm2/LuaValue;";
        for (String before : List.of(value, value + value, "[" + value, "[" + value + "II")) {
            instead("LuaValue", "varargsOf", "(" + before + more, "ValueList", "of");
        }
    }

    private void operations() {
        instead("LuaTable", "len", "()", "Operations", "length");
        instead("LuaTable", "length", "()", "Operations", "rawLength");
        add(Way.AROUND, "LuaTable", "rawlen", "()", "Operations", "border");
        instead("LuaValue", "arithmt", "(L", "Operations", "arithmetic");
        instead("LuaValue", "arithmtwith", "(L", "Operations", "arithmetic");
        instead("LuaValue", "comparemt", "(L", "Operations", "compare");
        instead("LuaValue", "concatmt", "(L", "Operations", "concatenate");
        instead("LuaValue", "checkmetatag", "(L", "Operations", "handler");
        instead("LuaValue", "neg", "()", "Operations", "negate");
    }

    private void errors() {
        for (String method : List.of("lenerror()", "indexerror()", "aritherror()", "aritherror(L", "typerror(L")) {
            int bracket = method.indexOf('(');
            instead("LuaValue", method.substring(0, bracket), method.substring(bracket), "Raising", "");
        }
        instead("LuaValue", "compareerror", "(Ljava/lang/String;)", "Raising", "compareerror");
        instead("LuaValue", "compareerror", "(Lorg/luaj/vm2/LuaValue;)", "Raising", "compareerror");
        instead("LuaValue", "strcmp", "(Lorg/luaj/vm2/LuaString;)", "Raising", "strcmp");
        add(Way.AROUND, "LuaError", "getMessage", "()", "Raising", "message");
        instead("LuaError", "getMessageObject", "()", "Raising", "value");
        instead("LuaClosure", "tojstring", "()", "Raising", "functionText");
    }

    private void syntax() {
        String lexer = "compiler/LexState";
        instead(lexer, "lexerror", "(L", "Syntax", "error");
        add(Way.AFTER, lexer, "setinput", "(L", "Syntax", "begin");
        instead(lexer, "isspace", "(I)", "Lexical", "isSpace");
        instead(lexer, "isalpha", "(I)", "Lexical", "isNameStart");
        instead(lexer, "isalnum", "(I)", "Lexical", "isNamePart");
        instead(lexer, "newstring", "([CII)", "Lexical", "name");
        instead(lexer, "read_numeral", "(L", "Lexical", "readNumeral");
        instead(lexer, "read_string", "(I", "Lexical", "readString");
        instead(lexer, "read_long_string", "(L", "Lexical", "readLongString");
        add(Way.BEFORE, lexer, "str_checkname", "()", "Syntax", "beforeName");
        add(Way.BEFORE, lexer, "primaryexp", "(L", "Syntax", "beforePrimary");
        add(Way.AROUND, lexer, "listfield", "(L", "Syntax", "item");
        instead(lexer, "parlist", "()", "Syntax", "parameters");
        instead(lexer, "undefgoto", "(L", "Syntax", "undefinedGoto");
        add(Way.AROUND, lexer, "statement", "()", "Syntax", "statement");
        instead(lexer, "skipnoopstat", "()", "Syntax", "skipLabels");
        add(Way.BEFORE, lexer, "forbody", "(IIIZ)", "Syntax", "beforeForBody");
        add(Way.BEFORE, lexer, "funcargs", "(L", "Syntax", "beforeArguments");
        instead("compiler/FuncState", "errorlimit", "(I", "Syntax", "limit");
    }

    private void instead(String owner, String name, String descriptor, String ourClass, String ourMethod) {
        add(Way.INSTEAD, owner, name, descriptor, ourClass, ourMethod.isEmpty() ? name : ourMethod);
    }

    private void add(Way way, String owner, String name, String descriptor, String ourClass, String ourMethod) {
        remedies.add(new Remedy(way, VM + owner, name, descriptor, OURS + ourClass, ourMethod));
    }

    /** The remedies for one method, in the order of the list. */
    List<Remedy> of(String className, String methodName, String descriptor) {
        List<Remedy> found = remedies.stream()
                .filter(r -> r.fits(className, methodName, descriptor))
                .toList();
        used.addAll(found);
        return found;
    }

    /** Whether the members of a class become public. */
    boolean opens(String className) {
        return OPENED.stream().anyMatch(c -> className.equals(VM + c) || className.startsWith(VM + c + "$"));
    }

    /**
     * Fails when a remedy found no method.
     *
     * @throws IllegalStateException naming the remedies
     */
    void requireAllUsed() {
        List<Remedy> idle =
                remedies.stream().filter(remedy -> !used.contains(remedy)).toList();
        if (!idle.isEmpty()) {
            throw new IllegalStateException("these remedies fit nothing in LuaJ: " + idle);
        }
    }
}
