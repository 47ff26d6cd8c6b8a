/// Tests of the whole program against faults, forbidden wishes and prying eyes: real vaults, worked through the desks as a
/// window or a command works them.
@org.jspecify.annotations.NullMarked
package fourfold.guard;
