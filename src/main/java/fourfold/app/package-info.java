/// The program as a whole: where it starts, and what is made and wired when.
@NullMarked
package fourfold.app;

import org.jspecify.annotations.NullMarked;
