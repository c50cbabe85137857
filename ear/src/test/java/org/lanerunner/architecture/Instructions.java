package org.lanerunner.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A method's instructions in their order, as far as {@link FirstActs} needs to tell them apart. */
final class Instructions extends MethodVisitor {

    enum Kind {
        READS,
        /** Puts a text on the stack. */
        NAMES,
        BRANCHES,
        CALLS,
        /** Whatever changes something or ends the method. */
        ACTS
    }

    /** @param name of the method, or the text; fields that a kind does not have are null */
    record Step(Kind kind, int opcode, String owner, String name, String descriptor, Label target) {}

    private static final Step END = new Step(Kind.ACTS, Opcodes.RETURN, null, null, null, null);

    private final List<Step> steps = new ArrayList<>();
    private final Map<Label, Integer> places = new HashMap<>();

    Instructions() {
        super(Opcodes.ASM9);
    }

    /** A method without a body ends at once. */
    Step at(int place) {
        return place < steps.size() ? steps.get(place) : END;
    }

    int place(Label label) {
        return places.get(label);
    }

    @Override
    public void visitInsn(int opcode) {
        boolean ends = opcode == Opcodes.ATHROW || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        boolean locks = opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT;
        add(ends || locks ? Kind.ACTS : Kind.READS, opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        add(Kind.READS, opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        add(Kind.READS, opcode);
    }

    @Override
    public void visitIincInsn(int variable, int by) {
        add(Kind.READS, Opcodes.IINC);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        add(Kind.READS, opcode);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        add(Kind.READS, Opcodes.MULTIANEWARRAY);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        add(opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC ? Kind.READS : Kind.ACTS, opcode);
    }

    @Override
    public void visitLdcInsn(Object value) {
        steps.add(
                value instanceof String text
                        ? new Step(Kind.NAMES, Opcodes.LDC, null, text, null, null)
                        : new Step(Kind.READS, Opcodes.LDC, null, null, null, null));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        steps.add(new Step(Kind.CALLS, opcode, owner, name, descriptor, null));
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        add(Kind.ACTS, Opcodes.INVOKEDYNAMIC);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        steps.add(new Step(Kind.BRANCHES, opcode, null, null, null, target));
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        add(Kind.ACTS, Opcodes.TABLESWITCH);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        add(Kind.ACTS, Opcodes.LOOKUPSWITCH);
    }

    @Override
    public void visitLabel(Label label) {
        places.put(label, steps.size());
    }

    private void add(Kind kind, int opcode) {
        steps.add(new Step(kind, opcode, null, null, null, null));
    }
}
