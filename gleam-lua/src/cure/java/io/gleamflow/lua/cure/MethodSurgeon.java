package io.gleamflow.lua.cure;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Ties one of LuaJ's methods to one of ours: a static method that takes {@code this}, if there is one, and the same arguments. */
final class MethodSurgeon {
    private final ClassNode owner;
    private final MethodNode method;
    private final boolean isStatic;

    MethodSurgeon(ClassNode owner, MethodNode method) {
        this.owner = owner;
        this.method = method;
        this.isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    }

    void apply(Remedies.Remedy remedy) {
        Type result = Type.getReturnType(method.desc);
        switch (remedy.way()) {
            case INSTEAD -> becomes(call(remedy, result));
            case BEFORE -> before(remedy);
            case AFTER -> after(remedy);
            case AROUND -> {
                keepAside();
                becomes(call(remedy, result));
            }
        }
    }

    private void becomes(InsnList body) {
        method.instructions.clear();
        method.tryCatchBlocks.clear();
        if (method.localVariables != null) {
            method.localVariables.clear();
        }
        body.add(new InsnNode(Type.getReturnType(method.desc).getOpcode(Opcodes.IRETURN)));
        method.instructions.add(body);
    }

    private void before(Remedies.Remedy remedy) {
        Type[] arguments = Type.getArgumentTypes(method.desc);
        boolean replaces = remedy.ourMethod().equals("key");
        InsnList code;
        if (replaces) {
            code = new InsnList();
            code.add(new VarInsnNode(Opcodes.ALOAD, 1));
            code.add(ours(remedy, Type.getMethodDescriptor(arguments[0], arguments[0])));
            code.add(new VarInsnNode(Opcodes.ASTORE, 1));
        } else {
            code = call(remedy, Type.VOID_TYPE);
        }
        method.instructions.insert(code);
    }

    private void after(Remedies.Remedy remedy) {
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn.getOpcode() == Opcodes.RETURN) {
                method.instructions.insertBefore(insn, call(remedy, Type.VOID_TYPE));
            }
        }
    }

    private void keepAside() {
        MethodNode aside =
                new MethodNode(Opcodes.ACC_PUBLIC, "luaj$" + method.name, method.desc, null, method.exceptions.toArray(String[]::new));
        method.accept(aside);
        owner.methods.add(aside);
    }

    private InsnList call(Remedies.Remedy remedy, Type result) {
        InsnList code = new InsnList();
        List<Type> passed = new ArrayList<>();
        int local = 0;
        if (!isStatic) {
            code.add(new VarInsnNode(Opcodes.ALOAD, local++));
            passed.add(Type.getObjectType(owner.name));
        }
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            code.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), local));
            local += argument.getSize();
            passed.add(argument);
        }
        code.add(ours(remedy, Type.getMethodDescriptor(result, passed.toArray(Type[]::new))));
        return code;
    }

    private static MethodInsnNode ours(Remedies.Remedy remedy, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, remedy.ourClass(), remedy.ourMethod(), descriptor, false);
    }
}
