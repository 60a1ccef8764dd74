package io.gleamflow.lua.cure;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites one class at a time: class version 52 with stack map frames (class data sharing refuses LuaJ's 47), members opened
 * where our classes need them, remedies applied.
 */
final class ClassSurgeon {
    private static final int OPEN = Opcodes.ACC_PUBLIC;
    private static final int SHUT = Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED;

    private final Remedies remedies;
    private final ClassLoader luaj;

    ClassSurgeon(Remedies remedies, JarFile jar) throws MalformedURLException {
        this.remedies = remedies;
        URL url = Path.of(jar.getName()).toUri().toURL();
        this.luaj = new URLClassLoader(new URL[] {url}, ClassLoader.getPlatformClassLoader());
    }

    byte[] cure(byte[] original) {
        ClassNode node = new ClassNode();
        new ClassReader(original).accept(withoutSubroutines(node), ClassReader.SKIP_FRAMES);
        node.version = Opcodes.V1_8;
        open(node);
        for (MethodNode method : new ArrayList<>(node.methods)) {
            for (Remedies.Remedy remedy : remedies.of(node.name, method.name, method.desc)) {
                new MethodSurgeon(node, method).apply(remedy);
            }
        }
        if (node.name.equals("org/luaj/vm2/LuaClosure")) {
            node.methods.stream()
                    .filter(method -> method.name.equals("execute"))
                    .forEach(method -> new InterpreterSurgeon(method).operate());
        } else if (node.name.equals("org/luaj/vm2/LuaError")) {
            node.methods.add(withoutStackTrace());
        } else if (node.name.equals("org/luaj/vm2/LuaString")) {
            new StringSurgeon(node).operate();
        }
        ClassWriter writer = new LuajWriter(luaj);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static ClassVisitor withoutSubroutines(ClassNode node) {
        return new ClassVisitor(Opcodes.ASM9, node) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String desc, @Nullable String signature, String @Nullable [] exceptions) {
                MethodVisitor visitor = super.visitMethod(access, name, desc, signature, exceptions);
                return new JSRInlinerAdapter(visitor, access, name, desc, signature, exceptions);
            }
        };
    }

    private void open(ClassNode node) {
        for (InnerClassNode inner : node.innerClasses) {
            if (remedies.opens(inner.name)) {
                inner.access = opened(inner.access);
            }
        }
        if (remedies.opens(node.name)) {
            node.access = opened(node.access);
            node.methods.forEach(method -> method.access = opened(method.access));
            node.fields.forEach(field -> field.access = opened(field.access));
        }
    }

    private static int opened(int access) {
        return access & ~SHUT | OPEN;
    }

    /** Errors of scripts are ordinary events; a Java stack trace would cost more than the script's whole pcall. */
    private static MethodNode withoutStackTrace() {
        MethodNode method = new MethodNode(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNCHRONIZED,
                "fillInStackTrace",
                "()Ljava/lang/Throwable;",
                null,
                null);
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        return method;
    }

    /** Computes frames by looking at LuaJ's own classes. */
    private static final class LuajWriter extends ClassWriter {
        private final ClassLoader luaj;

        LuajWriter(ClassLoader luaj) {
            super(COMPUTE_FRAMES);
            this.luaj = luaj;
        }

        @Override
        protected ClassLoader getClassLoader() {
            return luaj;
        }
    }
}
