/// People and posts that records name.
@org.jspecify.annotations.NullMarked
package fourfold.core.people;
