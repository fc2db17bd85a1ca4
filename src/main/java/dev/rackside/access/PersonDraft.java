package dev.rackside.access;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person or a service as a form edits it, with the rules that the form shows and the service checks. Nothing of how
 * they sign in is part of it.
 *
 * @param username the account by which they are recognised; unique
 * @param active whether they may sign in
 */
public record PersonDraft(@Nullable String username, @Nullable String displayName, @Nullable String email,
        Coded<Role> role, @Nullable Boolean active) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    /** What a new person starts from. */
    public static PersonDraft blank() {
        return new PersonDraft(null, null, null, Coded.of(Role.TECHNICIAN), true);
    }

    /** The rules that the draft breaks; none when it may be saved. */
    public List<Violation> violations() {
        return new Rules()
                .required("username", username)
                .atMost("username", username, 128)
                .that(username == null || plain(username), "username", "person.rule.username")
                .atMost("displayName", displayName, 255)
                .atMost("email", email, 255)
                .that(email == null || EMAIL.matcher(email).matches(), "email", "person.rule.email")
                .required("role", role.text())
                .that(role.text() == null || role.known() != null, "role", "rule.unknown-value",
                        String.valueOf(role.text()))
                .that(active != null, "active", "rule.required")
                .violations();
    }

    /** Blanks and control characters make two names look like one. */
    private static boolean plain(String name) {
        return name.codePoints().noneMatch(each -> Character.isWhitespace(each) || Character.isSpaceChar(each)
                || Character.isISOControl(each) || Character.getType(each) == Character.FORMAT);
    }

    /**
     * The rules that an edit breaks: what broke one before, and was left as it stood, may stay.
     *
     * @param before as it was loaded; null for a new person
     */
    public List<Violation> violationsSince(@Nullable PersonDraft before) {
        return before == null
                ? violations()
                : violations().stream().filter(each -> !before.violations().contains(each)).toList();
    }

    /** Whether they may sign in and administer. */
    boolean administers() {
        return role.known() == Role.ADMINISTRATOR && Boolean.TRUE.equals(active);
    }
}
