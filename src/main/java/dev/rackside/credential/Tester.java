package dev.rackside.credential;

import java.util.List;

/** Tries all that Rackside does with a system; what would leave a trace there is not tried, and said to be. */
@FunctionalInterface
public interface Tester {

    /** In the order in which they are shown; never empty. */
    List<Finding> test(SignIn signIn);
}
