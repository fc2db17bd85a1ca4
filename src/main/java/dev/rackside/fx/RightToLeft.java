package dev.rackside.fx;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Mends a fault of JavaFX 26: where a line is broken within text that runs from right to left, measuring the blanks at
 * its end throws in the midst of a layout, and the window stands still from then on. The class that does it is defined
 * with that one method answering that there are none, as JavaFX had it before; lines look the same, but for blanks that
 * end them. To be called before anything is drawn, and to be deleted with the first JavaFX that doesn't need it:
 * {@code RightToLeftTest} says when.
 */
public final class RightToLeft {

    /** A class beside the faulty one, which can be asked for without it. */
    private static final String NEIGHBOUR = "com.sun.javafx.text.TextRun";
    private static final String FAULTY = "/com/sun/javafx/text/PrismTextLayout.class";
    private static final String METHOD = "computeTrailingSpaceWidth";
    /** Set where JavaFX was mended when it was linked into the program's own Java. */
    private static final String MENDED = "rackside.text.mended";

    private RightToLeft() {
    }

    /** Mends it; nothing where it was mended before, or where this JavaFX is made otherwise. */
    public static void mend() {
        if (Boolean.getBoolean(MENDED)) {
            return;
        }
        try {
            var neighbour = Class.forName(NEIGHBOUR);
            try (var bytes = neighbour.getResourceAsStream(FAULTY)) {
                if (bytes != null) {
                    MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup())
                            .defineClass(mended(bytes.readAllBytes()));
                }
            }
        } catch (ClassNotFoundException | IllegalAccessException | IOException | LinkageError e) {
            LoggerFactory.getLogger(RightToLeft.class).info("Text from right to left is as JavaFX has it: {}",
                    e.getMessage());
        }
    }

    /**
     * Mends JavaFX's classes where they lie, for a build that links them into a Java of its own: to do it at every
     * start would cost the start a fifth of a second.
     *
     * @param folders the one folder of the classes of {@code javafx.graphics}
     */
    public static void main(String[] folders) throws IOException {
        var file = Path.of(folders[0] + FAULTY);
        Files.write(file, mended(Files.readAllBytes(file)));
    }

    private static byte[] mended(byte[] original) {
        var file = ClassFile.of();
        return file.transformClass(file.parse(original), ClassTransform.transformingMethods(
                method -> method.methodName().equalsString(METHOD), (builder, element) -> {
                    if (element instanceof CodeModel) {
                        builder.withCode(code -> code.fconst_0().freturn());
                    } else {
                        builder.with(element);
                    }
                }));
    }
}
