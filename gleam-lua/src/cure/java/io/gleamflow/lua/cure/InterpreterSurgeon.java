package io.gleamflow.lua.cure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Operates on the loop that runs Lua's instructions.
 *
 * <ul>
 *   <li>An error that passes is told where it passes, with the registers, so that messages can name variables.
 *   <li>An {@code os.exit} learns where it was called.
 *   <li>A Java stack overflow becomes a Lua error, so that pcall sees it.
 *   <li>Only Lua functions are tail called; what else is called in a {@code return} runs inside the frame, keeping its line.
 *   <li>Functions of the libraries that ask which function calls them are told.
 *   <li>The two look-ups of a debug library before every instruction go.
 * </ul>
 */
final class InterpreterSurgeon {
    private static final String RAISING = "io/gleamflow/lua/cured/Raising";
    private static final String TAIL_CALL = "org/luaj/vm2/TailcallVarargs";

    /** Numbers of instructions. */
    private static final int CALL = 29;

    private static final int RETURN = 31;
    private static final int WAYS_OF_CALLING = 16;

    private final MethodNode execute;

    InterpreterSurgeon(MethodNode execute) {
        this.execute = execute;
    }

    void operate() {
        int pc = -1;
        int tailCalls = 0;
        for (AbstractInsnNode insn : execute.instructions.toArray()) {
            if (insn instanceof MethodInsnNode call && call.name.equals("processErrorHooks")) {
                pc = ((VarInsnNode) call.getPrevious()).var;
                execute.instructions.insertBefore(call, new VarInsnNode(Opcodes.ALOAD, 1));
                execute.instructions.set(
                        call,
                        new MethodInsnNode(
                                Opcodes.INVOKESTATIC,
                                RAISING,
                                "passing",
                                "(Lorg/luaj/vm2/LuaClosure;Lorg/luaj/vm2/LuaError;Lorg/luaj/vm2/Prototype;I[Lorg/luaj/vm2/LuaValue;)V",
                                false));
            } else if (insn instanceof MethodInsnNode call && call.owner.equals(TAIL_CALL)) {
                tailCalls++;
                call.setOpcode(Opcodes.INVOKESTATIC);
                call.owner = "io/gleamflow/lua/cured/Operations";
                call.name = "tailCall";
                call.desc = "(Lorg/luaj/vm2/LuaValue;Lorg/luaj/vm2/Varargs;)Lorg/luaj/vm2/Varargs;";
            } else if (insn instanceof TypeInsnNode type
                    && type.desc.equals(TAIL_CALL)
                    && type.getOpcode() == Opcodes.NEW) {
                execute.instructions.remove(type.getNext());
                execute.instructions.remove(type);
            } else if (isGlobalsTest(insn)) {
                execute.instructions.insertBefore(insn, new InsnNode(Opcodes.POP));
                execute.instructions.set(insn, new InsnNode(Opcodes.ACONST_NULL));
            }
        }
        if (pc < 0 || tailCalls == 0) {
            throw new IllegalStateException("LuaClosure.execute is not as expected");
        }
        tellCallers(pc);
        handle("java/lang/StackOverflowError", "overflow", pc);
        handle("io/gleamflow/lua/ScriptExit", "exiting", pc);
    }

    /** In the cases of the instructions that call, register A, alone as an index, is what is called. */
    private void tellCallers(int pc) {
        TableSwitchInsnNode opcodes = null;
        for (AbstractInsnNode insn : execute.instructions.toArray()) {
            if (insn instanceof TableSwitchInsnNode table && table.labels.size() > RETURN) {
                opcodes = table;
            }
        }
        int told = 0;
        if (opcodes != null) {
            AbstractInsnNode end = opcodes.labels.get(RETURN);
            for (AbstractInsnNode insn = opcodes.labels.get(CALL); insn != end; insn = insn.getNext()) {
                if (insn.getOpcode() == Opcodes.AALOAD
                        && insn.getPrevious() instanceof VarInsnNode index
                        && index.getPrevious() instanceof VarInsnNode registers
                        && registers.var == 1) {
                    InsnList tell = new InsnList();
                    tell.add(new VarInsnNode(Opcodes.ALOAD, 0));
                    tell.add(new VarInsnNode(Opcodes.ILOAD, pc));
                    tell.add(new MethodInsnNode(
                            Opcodes.INVOKESTATIC,
                            "io/gleamflow/lua/cured/Operations",
                            "called",
                            "(Lorg/luaj/vm2/LuaValue;Lorg/luaj/vm2/LuaClosure;I)Lorg/luaj/vm2/LuaValue;",
                            false));
                    execute.instructions.insert(insn, tell);
                    told++;
                }
            }
        }
        if (told < WAYS_OF_CALLING) {
            throw new IllegalStateException("LuaClosure.execute calls in other ways");
        }
    }

    private static boolean isGlobalsTest(AbstractInsnNode insn) {
        return insn instanceof FieldInsnNode field
                && field.name.equals("globals")
                && field.getNext().getOpcode() == Opcodes.IFNULL;
    }

    /** Hands what is thrown, with the function and its pc, to a method of {@code Raising}, and throws what that returns. */
    private void handle(String thrown, String method, int pc) {
        TryCatchBlockNode errors = block("org/luaj/vm2/LuaError");
        TryCatchBlockNode last = block(null);
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        InsnList handler = new InsnList();
        handler.add(start);
        handler.add(new VarInsnNode(Opcodes.ALOAD, 0));
        handler.add(new VarInsnNode(Opcodes.ILOAD, pc));
        handler.add(new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                RAISING,
                method,
                "(L" + thrown + ";Lorg/luaj/vm2/LuaClosure;I)Ljava/lang/Throwable;",
                false));
        handler.add(new InsnNode(Opcodes.ATHROW));
        handler.add(end);
        execute.instructions.add(handler);
        execute.tryCatchBlocks.add(0, new TryCatchBlockNode(errors.start, errors.end, start, thrown));
        execute.tryCatchBlocks.add(new TryCatchBlockNode(start, end, last.handler, null));
    }

    private TryCatchBlockNode block(@Nullable String type) {
        return execute.tryCatchBlocks.stream()
                .filter(block -> Objects.equals(block.type, type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no handler of " + type));
    }
}
