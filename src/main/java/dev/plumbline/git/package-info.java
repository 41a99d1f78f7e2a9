/// The only room with JGit: repositories, revisions, file trees, history. May import `process`,
/// `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.git;
