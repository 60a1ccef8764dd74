import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Runs while gleam-lua is built: takes LuaJ's classes from the jar on the class path, lifts them from class version 47 to
 * 52, so that class data sharing accepts them, lets a few wrong methods call {@code org.luaj.vm2.Cures} instead, and writes
 * them where gleam-lua's own classes go. The argument is that directory.
 */
public final class Cure {

    /** Methods whose body becomes a call of the static method of the same name in Cures, with {@code this} first. */
    private static final List<String> CURED = List.of(
            "org/luaj/vm2/LuaDouble.tojstring()Ljava/lang/String;",
            "org/luaj/vm2/LuaDouble.valueOf(D)Lorg/luaj/vm2/LuaNumber;",
            "org/luaj/vm2/LuaString.strcmp(Lorg/luaj/vm2/LuaString;)I",
            "org/luaj/vm2/LuaClosure.processErrorHooks(Lorg/luaj/vm2/LuaError;Lorg/luaj/vm2/Prototype;I)V");

    private static final String CURES = "org/luaj/vm2/Cures";

    /** The compiler to bytecode needs BCEL and loses line numbers. */
    private static final String LEFT_OUT = "org/luaj/vm2/luajc/";

    private int cured;

    private Cure() {}

    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[0]);
        Path jar = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches("luaj-jse-.*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IOException("luaj-jse is not on the class path"));
        Path mark = out.resolve("org/luaj/vm2/LuaValue.class");
        Path self = Path.of(args[1]);
        if (Files.exists(mark)
                && Files.getLastModifiedTime(mark).compareTo(Files.getLastModifiedTime(self)) > 0
                && Files.getLastModifiedTime(mark).compareTo(Files.getLastModifiedTime(jar)) > 0) {
            return;
        }
        new Cure().all(jar, out);
    }

    private void all(Path jar, Path out) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                String name = entry.getName();
                if (name.startsWith("org/luaj/vm2/") && name.endsWith(".class") && !name.startsWith(LEFT_OUT)) {
                    try (InputStream in = file.getInputStream(entry)) {
                        Path target = out.resolve(name);
                        Files.createDirectories(target.getParent());
                        Files.write(target, one(in.readAllBytes()));
                    }
                }
            }
        }
        if (cured != CURED.size()) {
            throw new IOException("cured " + cured + " methods of " + CURED.size() + ": LuaJ is not the version expected");
        }
    }

    private byte[] one(byte[] original) {
        ClassNode node = new ClassNode();
        new ClassReader(original)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, node) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String desc, String signature, String[] exceptions) {
                                MethodVisitor next = super.visitMethod(access, name, desc, signature, exceptions);
                                return new JSRInlinerAdapter(next, access, name, desc, signature, exceptions);
                            }
                        },
                        ClassReader.SKIP_FRAMES);
        node.version = Opcodes.V1_8;
        for (MethodNode method : node.methods) {
            if (CURED.contains(node.name + "." + method.name + method.desc)) {
                callCures(node.name, method);
                cured++;
            }
            if (node.name.equals("org/luaj/vm2/LuaDouble") && method.name.equals("<init>")) {
                // Cures.valueOf makes them
                method.access = 0;
            }
        }
        ClassWriter writer = new WriterOverClassPath();
        node.accept(writer);
        return writer.toByteArray();
    }

    private static void callCures(String owner, MethodNode method) {
        method.instructions.clear();
        method.tryCatchBlocks.clear();
        method.localVariables = null;
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        int slot = 0;
        if (!isStatic) {
            method.instructions.add(new VarInsnNode(Opcodes.ALOAD, slot++));
        }
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            method.instructions.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), slot));
            slot += argument.getSize();
        }
        String desc = isStatic ? method.desc : "(L" + owner + ";" + method.desc.substring(1);
        method.instructions.add(new MethodInsnNode(Opcodes.INVOKESTATIC, CURES, method.name, desc));
        method.instructions.add(new InsnNode(Type.getReturnType(method.desc).getOpcode(Opcodes.IRETURN)));
    }

    /** Looks for common superclasses among the original classes, without initialising any. */
    private static final class WriterOverClassPath extends ClassWriter {
        WriterOverClassPath() {
            super(ClassWriter.COMPUTE_FRAMES);
        }

        @Override
        protected String getCommonSuperClass(String left, String right) {
            try {
                ClassLoader loader = Cure.class.getClassLoader();
                Class<?> a = Class.forName(left.replace('/', '.'), false, loader);
                Class<?> b = Class.forName(right.replace('/', '.'), false, loader);
                if (a.isInterface() || b.isInterface()) {
                    return "java/lang/Object";
                }
                while (!a.isAssignableFrom(b)) {
                    a = a.getSuperclass();
                }
                return a.getName().replace('.', '/');
            } catch (ClassNotFoundException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
