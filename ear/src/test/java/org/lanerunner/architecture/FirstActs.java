package org.lanerunner.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lanerunner.shared.Caller;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Whether a method asks for the caller's permission before it does anything else, told from its bytecode: on every way through it the first call is of {@link
 * Caller#require} or {@link Caller#requireAny}, or of a method of the same class or of a bean of the same feature of which the same is true. What may come
 * before is reading: of fields, and of the components of records.
 */
final class FirstActs {

    private static final String CALLER = Type.getInternalName(Caller.class);
    private static final Set<String> ASKING = Set.of("require", "requireAny");

    private final JavaClasses classes;
    private final Set<String> permissions;
    private final Map<String, Map<String, Instructions>> read = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** @param permissions all that there are: what is asked for must be one */
    FirstActs(JavaClasses classes, Set<String> permissions) {
        this.classes = classes;
        this.permissions = permissions;
    }

    boolean asks(JavaMethod method) {
        boolean callerFirst = !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().get(0).isEquivalentTo(Caller.class);
        return callerFirst && asks(internal(method.getOwner()), method.getName() + method.getDescriptor());
    }

    /** What calls itself before it asks does not ask. */
    private boolean asks(String owner, String method) {
        Instructions body = bodies(owner).get(method);
        if (body == null || !asked.add(owner + method)) {
            return false;
        }
        try {
            return everyWayAsks(owner, body);
        } finally {
            asked.remove(owner + method);
        }
    }

    private boolean everyWayAsks(String owner, Instructions body) {
        Deque<Integer> open = new ArrayDeque<>(Set.of(0));
        Set<Integer> seen = new HashSet<>();
        while (!open.isEmpty()) {
            int at = open.pop();
            if (!seen.add(at)) {
                continue;
            }
            Instructions.Step step = body.at(at);
            switch (step.kind()) {
                case READS -> open.push(at + 1);
                case NAMES -> {
                    if (!permissions.contains(step.name())) {
                        return false;
                    }
                    open.push(at + 1);
                }
                case BRANCHES -> {
                    open.push(body.place(step.target()));
                    if (step.opcode() != Opcodes.GOTO) {
                        open.push(at + 1);
                    }
                }
                case CALLS -> {
                    if (isReading(step)) {
                        open.push(at + 1);
                    } else if (!isAsking(owner, step)) {
                        return false;
                    }
                }
                case ACTS -> {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isAsking(String from, Instructions.Step call) {
        if (call.owner().equals(CALLER)) {
            return ASKING.contains(call.name());
        }
        boolean sameFeature = packageOf(call.owner()).equals(packageOf(from));
        Type[] parameters = Type.getArgumentTypes(call.descriptor());
        return sameFeature
                && parameters.length > 0
                && parameters[0].getInternalName().equals(CALLER)
                && asks(call.owner(), call.name() + call.descriptor());
    }

    /** A component of a record, such as what a search is for. */
    private boolean isReading(Instructions.Step call) {
        String owner = call.owner().replace('/', '.');
        return call.descriptor().startsWith("()")
                && classes.contain(owner)
                && classes.get(owner).isRecord();
    }

    private Map<String, Instructions> bodies(String owner) {
        return read.computeIfAbsent(owner, this::read);
    }

    private Map<String, Instructions> read(String owner) {
        String name = owner.replace('/', '.');
        Map<String, Instructions> bodies = new HashMap<>();
        if (!classes.contain(name) || classes.get(name).getSource().isEmpty()) {
            return bodies;
        }
        try (InputStream bytes =
                classes.get(name).getSource().get().getUri().toURL().openStream()) {
            new ClassReader(bytes)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access, String method, String descriptor, String generic, String[] thrown) {
                                    Instructions body = new Instructions();
                                    bodies.put(method + descriptor, body);
                                    return body;
                                }
                            },
                            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return bodies;
    }

    private static String internal(JavaClass type) {
        return type.getName().replace('.', '/');
    }

    private static String packageOf(String owner) {
        return owner.substring(0, owner.lastIndexOf('/') + 1);
    }
}
