package dev.rackside.fx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Writes pictures as PNG files, without AWT. */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Png() {
    }

    public static void write(Image image, Path file) throws IOException {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        write(pixels, width, file);
    }

    /** @param pixels opaque ARGB, row by row */
    public static void write(int[] pixels, int width, Path file) throws IOException {
        var height = pixels.length / width;
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var out = Files.newOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR",
                    ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[]{8, 2, 0, 0, 0}).array());
            chunk(out, "IDAT", deflated(rows(pixels, width)));
            chunk(out, "IEND", new byte[0]);
        }
    }

    private static byte[] rows(int[] pixels, int width) {
        var raw = ByteBuffer.allocate(pixels.length / width * (1 + width * 3));
        for (int at = 0; at < pixels.length; at++) {
            if (at % width == 0) {
                raw.put((byte) 0);
            }
            raw.put((byte) (pixels[at] >> 16)).put((byte) (pixels[at] >> 8)).put((byte) pixels[at]);
        }
        return raw.array();
    }

    private static byte[] deflated(byte[] raw) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var level = new Deflater(5);
        try (var deflater = new DeflaterOutputStream(bytes, level)) {
            deflater.write(raw);
        } finally {
            level.end();
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
