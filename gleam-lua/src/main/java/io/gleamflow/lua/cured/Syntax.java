package io.gleamflow.lua.cured;

import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.compiler.FuncState;
import org.luaj.vm2.compiler.LexState;
import org.luaj.vm2.compiler.LuaC;

/** Where the parser of LuaJ, which reads 5.2, differs from LuaJIT's: statements, and what is said when something is wrong. */
public final class Syntax {
    private static final Pattern INTO_SCOPE =
            Pattern.compile("(<goto \\w+>) at line (\\d+) (jumps into the scope of local '.*')", Pattern.DOTALL);
    private static final Pattern DUPLICATE = Pattern.compile("label '(.*?)'? already defined on line \\d+");

    private Syntax() {}

    /** Sets the line of a text that does not begin on line 1, and takes {@code _ENV} away, which is a name like others in 5.1. */
    public static void begin(LexState lexer, LuaC.CompileState state, int first, InputStream text, LuaString source) {
        lexer.envn = Environment.NAME;
        if (text instanceof ChunkText chunk) {
            lexer.linenumber += chunk.firstLine() - 1;
            lexer.lastline = lexer.linenumber;
        }
    }

    /** Reports a problem near a token, 0 for none. Does not return. */
    public static void error(LexState lexer, String words, int token) {
        String problem = words.replace("<eos>", "<eof>");
        Matcher intoScope = INTO_SCOPE.matcher(problem);
        Matcher duplicate = DUPLICATE.matcher(problem);
        if (problem.startsWith("unexpected symbol")) {
            problem = "unexpected symbol";
        } else if (problem.equals("syntax error") && token != '=' && token != ',') {
            problem = "'=' expected";
        } else if (intoScope.matches()) {
            lexer.linenumber = Integer.parseInt(intoScope.group(2));
            problem = intoScope.group(1) + " " + intoScope.group(3);
        } else if (duplicate.matches()) {
            problem = "duplicate label '" + duplicate.group(1) + "'";
        }
        throw new SyntaxError(
                ChunkName.shown(lexer.source.tojstring()),
                lexer.linenumber,
                token == 0 ? problem : problem + " near '" + shown(lexer, token) + "'");
    }

    private static String shown(LexState lexer, int token) {
        if (token == LexState.TK_NAME || token == LexState.TK_STRING || token == LexState.TK_NUMBER) {
            return Lexical.buffered(lexer);
        } else if (token >= LexState.FIRST_RESERVED) {
            return LexState.luaX_tokens[token - LexState.FIRST_RESERVED].replace("<eos>", "<eof>");
        }
        return token < ' ' ? "char(" + token + ")" : Lexical.text(new char[] {(char) token}, 1);
    }

    /** A limit of the language or of LuaJ is passed. Does not return. */
    public static void limit(FuncState function, int limit, String what) {
        int line = function.f.linedefined;
        String where = line == 0 ? "main function" : "function at line " + line;
        error(function.ls, where + " has more than " + limit + " " + what, 0);
    }

    /** A goto, or a break, that leads nowhere. Does not return. */
    public static void undefinedGoto(LexState lexer, LexState.Labeldesc jump) {
        String label = jump.name.tojstring();
        lexer.linenumber = jump.line;
        error(lexer, label.equals("break") ? "no loop to break" : "undefined label '" + label + "'", 0);
    }

    /** A statement; 5.1 has no empty one, but takes a semicolon after each. */
    public static void statement(LexState lexer) {
        int token = lexer.t.token;
        if (token == ';') {
            error(lexer, "unexpected symbol", token);
        }
        if (token == LexState.TK_GOTO) {
            lexer.lookahead();
            if (lexer.lookahead.token != LexState.TK_NAME) {
                beforeName(lexer);
            }
        }
        lexer.luaj$statement();
        if (token != LexState.TK_RETURN) {
            lexer.testnext(';');
        }
    }

    /** What may follow a label or a goto and does nothing. */
    public static void skipLabels(LexState lexer) {
        lexer.testnext(';');
        while (lexer.t.token == LexState.TK_DBCOLON) {
            lexer.statement();
        }
    }

    /** A call on a new line is ambiguous in 5.1. */
    public static void beforeArguments(LexState lexer, LexState.expdesc function, int line) {
        if (lexer.t.token == '(' && lexer.linenumber != lexer.lastline) {
            lexer.syntaxerror("ambiguous syntax (function call x new statement)");
        }
    }

    /** {@code for} takes three values; LuaJ trips over registers of more. */
    public static void beforeForBody(LexState lexer, int base, int line, int variables, boolean isNumeric) {
        lexer.fs.freereg = (short) (base + 3);
    }

    /** Where a name is wanted, goto is one. */
    public static void beforeName(LexState lexer) {
        if (lexer.t.token == LexState.TK_GOTO) {
            lexer.t.token = LexState.TK_NAME;
            lexer.t.seminfo.ts = LuaString.valueOf("goto");
        }
    }

    /** The parameters of a function. */
    public static void parameters(LexState lexer) {
        FuncState function = lexer.fs;
        int count = 0;
        boolean more = lexer.t.token != ')';
        function.f.is_vararg = 0;
        while (more) {
            beforeName(lexer);
            if (lexer.t.token == LexState.TK_DOTS) {
                lexer.next();
                function.f.is_vararg = 1;
                more = false;
            } else if (lexer.t.token == LexState.TK_NAME) {
                lexer.new_localvar(lexer.str_checkname());
                count++;
                more = lexer.testnext(',');
            } else {
                lexer.syntaxerror("<name> or '...' expected");
            }
        }
        lexer.adjustlocalvars(count);
        function.f.numparams = function.nactvar;
        function.reserveregs(function.nactvar);
    }

    /** An item of a table without a key, unless it is {@code goto = ...}. */
    public static void item(LexState lexer, LexState.ConsControl table) {
        if (lexer.t.token == LexState.TK_GOTO) {
            lexer.lookahead();
            if (lexer.lookahead.token == '=') {
                beforeName(lexer);
                lexer.recfield(table);
                return;
            }
        }
        lexer.luaj$listfield(table);
    }

    /** Where an expression begins, goto is a name. */
    public static void beforePrimary(LexState lexer, LexState.@Nullable expdesc result) {
        beforeName(lexer);
    }
}
