package dev.rackside.fx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import org.testfx.api.FxRobot;

/** Writes what a scene shows into a PNG file, without AWT. */
public final class Photo {

    private Photo() {
    }

    public static void take(FxRobot robot, Scene scene, Path file) throws IOException {
        var images = new Image[1];
        robot.interact(() -> images[0] = scene.snapshot(null));
        robot.interact(() -> images[0] = scene.snapshot(null));
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            write(images[0], out);
        }
    }

    private static void write(Image image, OutputStream out) throws IOException {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var raw = ByteBuffer.allocate(height * (1 + width * 3));
        for (int y = 0; y < height; y++) {
            raw.put((byte) 0);
            for (int x = 0; x < width; x++) {
                var colour = image.getPixelReader().getArgb(x, y);
                raw.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
            }
        }
        out.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[]{8, 2, 0, 0, 0}).array());
        chunk(out, "IDAT", deflated(raw.array()));
        chunk(out, "IEND", new byte[0]);
    }

    private static byte[] deflated(byte[] raw) {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(raw);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
        var body = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data).array();
        var crc = new CRC32();
        crc.update(body);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(body);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
