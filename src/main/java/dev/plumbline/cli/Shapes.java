package dev.plumbline.cli;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.Exemption;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.Owner;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.drift.Rules;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Commit;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The documented JSON shapes (`src/main/docs/cli.md`). Every field is always there; what is not
/// known is null.
final class Shapes {

  private Shapes() {}

  static Tree text(Optional<String> value) {
    return value.<Tree>map(Tree::str).orElse(Tree.Null.VALUE);
  }

  static <T> Tree list(List<T> items, Function<T, Tree> shape) {
    return new Tree.Arr(items.stream().map(shape).toList());
  }

  static Tree time(Instant time) {
    return Tree.str(DateTimeFormatter.ISO_INSTANT.format(time));
  }

  static Tree drift(Drift d) {
    return Tree.obj(
        "environment", Tree.str(d.environment()),
        "revision", Tree.str(d.revision().id()),
        "asOf", time(d.asOf()),
        "cluster", cluster(d.cluster()),
        "verdict", Tree.str(d.verdict().word()),
        "resources", list(d.resources(), r -> resource(r, d.warnings(r))),
        "problems", list(d.problems(), Shapes::problem),
        "rules", list(d.rules(), Shapes::rule));
  }

  static Tree cluster(ClusterRef c) {
    return Tree.obj(
        "name",
        Tree.str(c.name()),
        "context",
        Tree.str(c.context()),
        "server",
        Tree.str(c.server()));
  }

  private static Tree resource(ResourceDrift r, List<String> warnings) {
    var waiting =
        r instanceof ResourceDrift.OnlyInGit(var ref, var origin, var waitingFor)
            ? waitingFor
            : Optional.<String>empty();
    var unknown =
        r instanceof ResourceDrift.Unknown u
            ? Optional.of(u)
            : Optional.<ResourceDrift.Unknown>empty();
    return Tree.obj(
        "ref", ref(r.ref()),
        "verdict", Tree.str(r.word()),
        "fields", list(r.fields(), Shapes::field),
        "waitingFor", text(waiting),
        "lastKnown", text(unknown.flatMap(ResourceDrift.Unknown::lastKnown)),
        "asOf",
            unknown.flatMap(ResourceDrift.Unknown::asOf).map(Shapes::time).orElse(Tree.Null.VALUE),
        "problem", unknown.map(u -> problem(u.problem())).orElse(Tree.Null.VALUE),
        "warnings", list(warnings, Tree::str));
  }

  static Tree ref(ResourceRef ref) {
    return Tree.obj(
        "group", Tree.str(ref.group()),
        "version", Tree.str(ref.version()),
        "kind", Tree.str(ref.kind()),
        "namespace", Tree.str(ref.namespace()),
        "name", Tree.str(ref.name()));
  }

  static Tree field(FieldChange f) {
    return Tree.obj(
        "path", Tree.str(f.path().toString()),
        "desired", f.desired().orElse(Tree.Null.VALUE),
        "live", f.live().orElse(Tree.Null.VALUE),
        "cause", Tree.str(f.cause().word()),
        "counts", Tree.bool(f.counts()),
        "owner", f.owner().map(Shapes::owner).orElse(Tree.Null.VALUE),
        "ignoredBy", f.exemption().map(Shapes::exemption).orElse(Tree.Null.VALUE));
  }

  private static Tree exemption(Exemption e) {
    return Tree.obj(
        "by", Tree.str(e.by()),
        "file", Tree.str(e.origin().file()),
        "line", line(e.origin()),
        "reason", Tree.str(e.reason()),
        "expires", text(e.expires().map(LocalDate::toString)));
  }

  private static Tree line(Origin origin) {
    return origin.line() > 0 ? Tree.Num.of(origin.line()) : Tree.Null.VALUE;
  }

  private static Tree rule(Rules.Note n) {
    return Tree.obj(
        "by", Tree.str(n.by()),
        "file", Tree.str(n.origin().file()),
        "line", line(n.origin()),
        "says", Tree.str(n.says()),
        "reason", Tree.str(n.reason()),
        "expires", text(n.expires().map(LocalDate::toString)),
        "standing", Tree.str(n.standing().word()),
        "fields", Tree.Num.of(n.fields()));
  }

  private static Tree owner(Owner o) {
    return Tree.obj(
        "manager", Tree.str(o.manager()),
        "operation", Tree.str(o.operation()),
        "subresource", Tree.str(o.subresource()),
        "time", text(o.time()));
  }

  static Tree problem(Problem p) {
    return Tree.obj(
        "kind", Tree.str(p.getClass().getSimpleName().toLowerCase(Locale.ROOT)),
        "what", Tree.str(p.what()),
        "where", Tree.str(p.where()),
        "whatToDo", Tree.str(p.whatToDo()),
        "detail", Tree.str(p.detail()));
  }

  static Tree commit(Commit c) {
    return Tree.obj(
        "id", Tree.str(c.id()),
        "parents", list(c.parents(), Tree::str),
        "author", person(c.author()),
        "committer", person(c.committer()),
        "subject", Tree.str(c.subject()),
        "body", Tree.str(c.body()));
  }

  private static Tree person(Commit.Person p) {
    return Tree.obj(
        "name", Tree.str(p.name()), "email", Tree.str(p.email()), "time", time(p.time()));
  }

  private static Tree time(OffsetDateTime time) {
    return Tree.str(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
  }

  static Tree record(SyncRecord r) {
    return Tree.obj(
        "id", Tree.str(r.id()),
        "verb", Tree.str(r.verb()),
        "environment", Tree.str(r.environment()),
        "cluster", cluster(r.cluster()),
        "revision", Tree.str(r.revision()),
        "started", time(r.started()),
        "ended", time(r.ended()),
        "osUser", Tree.str(r.osUser()),
        "gitIdentity", text(r.gitIdentity()),
        "clusterUser", text(r.clusterUser()),
        "reason", text(r.reason()),
        "plan", Tree.str(r.planId()),
        "outcome", Tree.str(r.outcome()),
        "message", text(r.message()),
        "steps", list(r.steps(), Shapes::step));
  }

  static Tree step(StepResult s) {
    return Tree.obj(
        "ref", ref(s.ref()),
        "action", Tree.str(s.action()),
        "outcome", Tree.str(s.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')),
        "problem", s.problem().map(Shapes::problem).orElse(Tree.Null.VALUE),
        "millis", Tree.Num.of(s.took().toMillis()),
        "warnings", list(s.warnings(), Tree::str));
  }
}
