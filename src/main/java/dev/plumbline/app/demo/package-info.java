/// The demo: the configuration repository of a small shop, and a sandbox cluster that has drifted
/// from it. Everything here is written through the doors that everybody uses: commits through
/// `git`, syncs through `engine`, drift through the API. Nothing that the window shows is made up
/// here. May import all rooms but `ui`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.app.demo;
