package dev.rackside.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was expected to go wrong some day: the server is away, a file can't be written, a row was changed by
 * someone else. Thrown at the border (database, process, file, network) and shown to the person as what happened and
 * what to do. Everything else that is thrown is a bug.
 *
 * <p>
 * The words stand in the messages under {@code problem.<code>.what} and {@code problem.<code>.remedy}; the arguments
 * fill their places. Arguments are shown and logged, so none may be a secret.
 */
public class Problem extends RuntimeException {

    private final ErrorCode code;
    private final List<String> arguments;

    /**
     * @param code what happened
     * @param cause what the lower layer threw, or null where Rackside itself noticed
     * @param arguments fill the places of the code's messages, in order; never a secret
     */
    public Problem(ErrorCode code, @Nullable Throwable cause, Object... arguments) {
        super(code.name(), cause);
        this.code = code;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    public Problem(ErrorCode code, Object... arguments) {
        this(code, null, arguments);
    }

    public ErrorCode code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }

    @Override
    public String getMessage() {
        return arguments.isEmpty() ? code.name() : code.name() + " " + arguments;
    }
}
