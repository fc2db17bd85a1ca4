package dev.rackside.integration;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of the next page, as the header {@code Link} of an answer names it. */
public final class NextPage {

    private static final Pattern LINK = Pattern.compile("<([^<>]{1,4000})>\\s*;[^,<>]*\\brel\\s*=\\s*\"?next\\b");

    private NextPage() {
    }

    /** Empty on the last page. Where it leads is checked when it is called. */
    public static Optional<URI> of(Answer answer) {
        return answer.header("Link").flatMap(NextPage::address);
    }

    private static Optional<URI> address(String header) {
        var found = LINK.matcher(header);
        try {
            return found.find() ? Optional.of(URI.create(found.group(1))) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
