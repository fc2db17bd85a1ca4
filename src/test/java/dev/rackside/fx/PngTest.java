package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngTest {

    @Test
    void anotherReaderSeesTheSamePicture(@TempDir Path folder) throws IOException {
        var pixels = new int[]{0xFF102030, 0xFFFFFFFF, 0xFF000000, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF};
        var file = folder.resolve("made/picture.png");

        Png.write(pixels, 3, file);

        var read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isEqualTo(3);
        assertThat(read.getHeight()).isEqualTo(2);
        assertThat(read.getRGB(0, 0, 3, 2, null, 0, 3)).isEqualTo(pixels);
    }
}
