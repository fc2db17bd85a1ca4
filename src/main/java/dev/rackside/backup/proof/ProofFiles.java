package dev.rackside.backup.proof;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.DiskTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Proofs as files: written, and read again to see whether they still say what was signed. */
public final class ProofFiles {

    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);
    private static final long LARGEST = 64L * 1024 * 1024;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ProofFiles() {
    }

    /** Where a proof was written. */
    public record Written(Path pdf, Path json) {}

    /** What a file turned out to be. */
    public enum Finding {
        /** Nothing of it was changed since it was signed. */
        HOLDS,
        /** The data hold; another Rackside wrote the pages, which can't be compared with them. */
        PAGES_NOT_COMPARED,
        /** The data were changed, or somebody else signed them. */
        ALTERED,
        /** The data hold, and the pages say something else. */
        PAGES_ALTERED
    }

    /** What was read. */
    public record Verified(SignedProof signed, Finding finding) {}

    /**
     * Writes both, as a page and as data.
     *
     * @param folder made where it is missing
     * @throws Problem NOT_WRITABLE, DISK_FULL
     */
    public static Written write(SignedProof signed, Path folder) {
        try {
            Files.createDirectories(folder);
            var name = "proof-of-restore-" + signed.proof().scope().database().replaceAll("[^A-Za-z0-9_-]", "-") + "-"
                    + MOMENT.format(signed.proof().madeAt());
            return writeTo(signed, folder.resolve(name + ".pdf"));
        } catch (IOException e) {
            throw DiskTrouble.of(e, folder);
        }
    }

    /**
     * Writes both, where a person wants the page; the data go beside it.
     *
     * @throws Problem NOT_WRITABLE, DISK_FULL
     */
    public static Written writeTo(SignedProof signed, Path pdf) {
        try {
            var name = String.valueOf(pdf.getFileName());
            var written = new Written(pdf, pdf.resolveSibling(name.replaceFirst("(?i)\\.pdf$", "") + ".json"));
            Files.write(written.pdf(), ProofPdf.write(signed));
            Files.write(written.json(), signed.bytes());
            return written;
        } catch (IOException e) {
            throw DiskTrouble.of(e, pdf);
        }
    }

    /**
     * Reads either of them.
     *
     * @param program the version of this program
     * @throws Problem PROOF_UNREADABLE where it is none
     */
    public static Verified verify(Path file, String program) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Problem(ErrorCode.PROOF_UNREADABLE, file);
            }
            var bytes = Files.readAllBytes(file);
            var isPdf = bytes.length > PDF.length && Arrays.equals(bytes, 0, PDF.length, PDF, 0, PDF.length);
            var json = isPdf
                    ? ProofPdf.attached(bytes).orElseThrow(() -> new Problem(ErrorCode.PROOF_UNREADABLE, file))
                    : bytes;
            var signed = SignedProof.read(json, file);
            return new Verified(signed, finding(signed, isPdf ? bytes : null, program));
        } catch (IOException e) {
            throw new Problem(ErrorCode.PROOF_UNREADABLE, e, file);
        }
    }

    private static Finding finding(SignedProof signed, byte @Nullable [] pdf, String program)
            throws IOException {
        if (!signed.holds()) {
            return Finding.ALTERED;
        }
        if (pdf == null) {
            return Finding.HOLDS;
        }
        if (!signed.proof().program().equals(program)) {
            return Finding.PAGES_NOT_COMPARED;
        }
        return ProofPdf.words(pdf).equals(ProofPdf.words(ProofPdf.write(signed)))
                ? Finding.HOLDS
                : Finding.PAGES_ALTERED;
    }
}
