using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>What callers of one kind see: statements differ by it, and are kept apart by it.</summary>
public enum View
{
    /// <summary>What is published.</summary>
    Published,

    /// <summary>What is published, and everything of some offices.</summary>
    Offices,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>What the parts of the compiler share while statements are made for one view.</summary>
internal sealed class ReadContext
{
    public ReadContext(Tables tables, Models models, View view)
    {
        (Tables, Models, View) = (tables, models, view);
        Visibility = new Visibility(this);
    }

    public Tables Tables { get; }

    public Models Models { get; }

    public View View { get; }

    public Visibility Visibility { get; }

    public Model Model(Type row) => Models.For(row);

    /// <summary>
    /// The rule that a related row must keep to be seen from a row that is seen itself; null where it is seen with that one: the row's
    /// own rule is the related row's, or both hang on the same project.
    /// </summary>
    public Seen? RuleBetween(Type from, string key, Type to)
    {
        if (View == View.All || !Models.IsKnown(to))
            return null;
        var target = Model(to).Seen!;
        if (target is Seen.Everybody or Seen.AsParent)
            return null;
        return Models.IsKnown(from) && Implies(Model(from).Seen!, key, to, target) ? null : target;
    }

    /// <summary>The rule for children of a row that is seen; null where they are seen with it.</summary>
    public Seen? RuleBelow(Type parent, string key, Type child)
    {
        if (View == View.All)
            return null;
        var rule = Model(child).Seen!;
        if (rule is Seen.Everybody or Seen.AsParent || Implies(rule, key, parent, null))
            return null;
        // An entry, a payment or a report hangs on the project that its activity hangs on.
        return rule is Seen.OfProject or Seen.OfActivity && Model(parent).Seen is Seen.OfProject ? null : rule;
    }

    /// <summary>Whether a row is seen only where the row is that a key of it names.</summary>
    private static bool Implies(Seen rule, string key, Type other, Seen? otherRule) =>
        rule switch
        {
            Seen.With { Related: { Steps: [var step] } } => Names(step.Property.Name, key),
            Seen.WithId { Id: { Steps: [var step] } id } with => Names(step.Property.Name, key)
                || with.Row == other
                || otherRule is Seen.WithId same && same.Row == with.Row,
            Seen.OfProject { ProjectId: { Steps: [var step] } } => Names(step.Property.Name, key)
                || otherRule is Seen.OfProject or Seen.OfActivity,
            Seen.OfActivity => otherRule is Seen.OfProject or Seen.OfActivity,
            _ => false,
        };

    /// <summary>"Plan", "PlanId" and "PlanId:DevelopmentPlan" name the same row.</summary>
    private static bool Names(string member, string key) => Bare(member) == Bare(key.Split(':')[0]);

    private static string Bare(string member) =>
        member.EndsWith("Id", StringComparison.Ordinal) ? member[..^2] : member;
}
