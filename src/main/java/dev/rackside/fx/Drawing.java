package dev.rackside.fx;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How JavaFX draws. Where a Linux has no graphics card, as a virtual machine or a remote desktop mostly hasn't, JavaFX
 * would load OpenGL with all that imitates a card, refuse it for that, and draw by itself; told so beforehand, it begins
 * with what it would come to.
 */
public final class Drawing {

    /** JavaFX reads it when it starts. */
    private static final String ORDER = "prism.order";
    private static final String BY_ITSELF = "sw";
    private static final Path DEVICES = Path.of("/dev");

    private Drawing() {
    }

    /** To be called before JavaFX starts. What the command line says about drawing stays. */
    public static void choose() {
        if (System.getProperty(ORDER) == null && System.getProperty("os.name").equals("Linux") && !hasCard(DEVICES)) {
            System.setProperty(ORDER, BY_ITSELF);
        }
    }

    /** Whether there is a card that OpenGL may draw by: one of the kernel's, NVIDIA's, or that of the Windows around. */
    static boolean hasCard(Path devices) {
        return Files.exists(devices.resolve("dri")) || Files.exists(devices.resolve("nvidia0"))
                || Files.exists(devices.resolve("dxg"));
    }
}
