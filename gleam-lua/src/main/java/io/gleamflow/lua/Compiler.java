package io.gleamflow.lua;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.compiler.LuaC;

/** Compiles text, never bytecode, with the line numbers of the file it stands in. */
final class Compiler {

    private static final Pattern PLACED = Pattern.compile("^(.*?):(\\d+): (.*)$", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile(" (?:near )?(\\d+) \\((.)\\)$", Pattern.DOTALL);

    /** Tokens of several characters, in the order of the numbers LuaJ's messages give them. */
    private static final List<String> TOKENS = List.of(
            ("and break do else elseif end false for function goto if in local nil not or repeat return then true until"
                            + " while .. ... == >= <= ~= :: <eof> <number> <name> <string>")
                    .split(" "));

    private static final int FIRST_TOKEN = 257;

    private Compiler() {}

    /**
     * @param firstLine the line, from 1, on which the text starts
     */
    static Prototype compile(byte[] text, String chunkName, int firstLine) throws LuaSyntaxException {
        int newlines = Math.max(0, firstLine - 1);
        byte[] shifted = new byte[newlines + text.length];
        Arrays.fill(shifted, 0, newlines, (byte) '\n');
        System.arraycopy(text, 0, shifted, newlines, text.length);
        try {
            return LuaC.instance.compile(new ByteArrayInputStream(shifted), "@" + chunkName);
        } catch (LuaError e) {
            throw syntax(chunkName, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            throw syntax(chunkName, "this cannot be compiled: " + e);
        } catch (StackOverflowError e) {
            throw syntax(chunkName, "the text is nested too deeply");
        }
    }

    private static LuaSyntaxException syntax(String chunkName, String message) {
        Matcher placed = PLACED.matcher(message);
        int line = placed.matches() ? Integer.parseInt(placed.group(2)) : 0;
        String problem = placed.matches() ? placed.group(3) : message;
        Matcher token = TOKEN.matcher(problem);
        if (token.find()) {
            int number = Integer.parseInt(token.group(1)) - FIRST_TOKEN;
            String name = number >= 0 && number < TOKENS.size() ? TOKENS.get(number) : token.group(2);
            problem = problem.substring(0, token.start()) + " near '" + name + "'";
        }
        return new LuaSyntaxException(chunkName, line, problem);
    }
}
