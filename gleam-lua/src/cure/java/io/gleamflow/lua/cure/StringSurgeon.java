package io.gleamflow.lua.cure;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Operates on strings, which compute their hash when they are made, though most are never a key of a table: the hash becomes a
 * field that is 0 until someone asks.
 */
final class StringSurgeon {
    private static final String FIELD = "m_hashcode";

    private final ClassNode string;

    StringSurgeon(ClassNode string) {
        this.string = string;
    }

    void operate() {
        string.fields.stream()
                .filter(field -> field.name.equals(FIELD))
                .forEach(field -> field.access &= ~Opcodes.ACC_FINAL);
        MethodNode constructor = string.methods.stream()
                .filter(method -> method.name.equals("<init>"))
                .findFirst()
                .orElseThrow();
        for (AbstractInsnNode insn : constructor.instructions.toArray()) {
            if (insn instanceof FieldInsnNode field && field.name.equals(FIELD)) {
                remove(constructor, field);
                return;
            }
        }
        throw new IllegalStateException("LuaString makes its hash elsewhere");
    }

    /** Takes out {@code this.m_hashcode = hashCode(bytes, offset, length)}. */
    private static void remove(MethodNode constructor, FieldInsnNode assignment) {
        if (!(assignment.getPrevious() instanceof MethodInsnNode call && call.name.equals("hashCode"))) {
            throw new IllegalStateException("LuaString makes its hash in another way");
        }
        AbstractInsnNode insn = assignment;
        for (int left = 1 + 1 + 3 + 1; left > 0; left--) {
            AbstractInsnNode before = insn.getPrevious();
            constructor.instructions.remove(insn);
            insn = before;
        }
    }
}
