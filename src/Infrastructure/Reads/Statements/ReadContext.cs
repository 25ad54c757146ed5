using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// The kind of caller with respect to visibility. Statements are compiled and cached separately for each view.
/// </summary>
public enum View
{
    /// <summary>Published data only.</summary>
    Published,

    /// <summary>Published data, and everything of some offices.</summary>
    Offices,

    /// <summary>All data.</summary>
    All,
}

/// <summary>State that the parts of the compiler share while they compile for one view.</summary>
/// <param name="caller">A caller of the kind that is compiled for.</param>
internal sealed class ReadContext(Tables tables, Models models, View view, Caller caller)
{
    public Tables Tables => tables;

    public Models Models => models;

    public View View => view;

    /// <summary>Whether the caller reads the registry of people of some offices.</summary>
    public bool SeesPeople { get; } = caller.SeesPeople;

    /// <summary>
    /// Whether the offices of which the caller reads everything are one: then PostgreSQL reads rows by the office and in the
    /// order of an index, where it would expect ten offices and read the rows of the country.
    /// </summary>
    public bool SeesOneOffice { get; } = caller.SeesOneOffice;

    /// <summary>Whether the caller reads the own record, and those of whom one leads.</summary>
    public bool SeesOneself { get; } = caller.SeesOneself;

    /// <summary>Whether the caller is an administrator.</summary>
    public bool Administers { get; } = caller.Administers;

    public Visibility Visibility => field ??= new Visibility(this);

    public Model Model(Type row) => Models.For(row);

    /// <summary>Whether the caller sees every row that a rule is about.</summary>
    public bool SeesAll(Seen rule) => View == View.All && !IsOfPeople(rule);

    /// <summary>Whether a rule depends on who reads the registry of people.</summary>
    private bool IsOfPeople(Seen rule) =>
        rule switch
        {
            Seen.OwnPeople or Seen.OfPerson or Seen.OwnWorkplace or Seen.OnCommittee or Seen.Administrators => true,
            Seen.AllOf all => all.Rules.Any(IsOfPeople),
            Seen.AnyOf any => any.Rules.Any(IsOfPeople),
            Seen.With with => IsOfPeople(Model(with.Related.Type).Seen!),
            Seen.WithId with => IsOfPeople(Model(with.Row).Seen!),
            _ => false,
        };

    /// <summary>
    /// The visibility rule to check for a row that is reached from a visible row; null if its visibility follows: the
    /// first row is only visible if the related one is, or both belong to the same project.
    /// </summary>
    public Seen? RuleBetween(Type from, string key, Type to)
    {
        if (!Models.IsKnown(to))
            return null;
        var target = Model(to).Seen!;
        if (SeesAll(target) || target is Seen.Everybody or Seen.AsParent)
            return null;
        return Models.IsKnown(from) && Implies(Model(from).Seen!, key, to, target) ? null : target;
    }

    /// <summary>The visibility rule to check for children of a visible row; null if their visibility follows.</summary>
    public Seen? RuleBelow(Type parent, string key, Type child)
    {
        var rule = Model(child).Seen!;
        if (SeesAll(rule) || rule is Seen.Everybody or Seen.AsParent || Implies(rule, key, parent, null))
            return null;
        // Entries, payments and reports belong to the project of their activity.
        return rule is Seen.OfProject or Seen.OfActivity && Model(parent).Seen is Seen.OfProject ? null : rule;
    }

    /// <summary>
    /// Whether a rule makes a row visible only if the row that one of its keys references is visible.
    /// </summary>
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
            Seen.AllOf all => all.Rules.Any(inner =>
                inner is Seen.OfActivity { ActivityId: { Steps: [var step] } }
                && Names(step.Property.Name, key)
                && Implies(inner, key, other, otherRule)
            ),
            _ => false,
        };

    /// <summary>"Plan", "PlanId" and "PlanId:DevelopmentPlan" refer to the same row.</summary>
    private static bool Names(string member, string key) => Bare(member) == Bare(key.Split(':')[0]);

    private static string Bare(string member) =>
        member.EndsWith("Id", StringComparison.Ordinal) ? member[..^2] : member;
}
