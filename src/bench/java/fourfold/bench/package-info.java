/// The benchmarks: each figure that the program promises beside a peer that does the bare minimum of the same work, in the
/// same run on the same machine, so that a busy or slow machine weighs on both.
@NullMarked
package fourfold.bench;

import org.jspecify.annotations.NullMarked;
