using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>The visibility rules as SQL conditions; null if the caller sees every row.</summary>
internal sealed class Visibility(ReadContext context)
{
    /// <summary>The statuses of a draft, as an SQL list.</summary>
    public const string Drafts = "('DRAFT', 'SUBMITTED')";

    /// <summary>The condition for a row by the rule of its model.</summary>
    public string? Condition(SqlRow row) =>
        row.Rollup is null ? Condition(context.Model(row.Type).Seen!, row) : OfTotals(row);

    /// <summary>The condition for kept totals, which are separate for drafts.</summary>
    private string? OfTotals(SqlRow totals) =>
        context.View switch
        {
            View.All => null,
            View.Published => $"NOT {totals.Name}.draft",
            _ =>
                $"(NOT {totals.Name}.draft OR EXISTS (SELECT FROM development_plans dp JOIN offices o ON o.id = dp.office_id "
                    + $"WHERE dp.id = {totals.Name}.plan_id AND o.code = ANY({totals.Statement.Offices()})))",
        };

    /// <summary>The condition for a row that a key of a visible row leads to; null if it is visible, too.</summary>
    public string? Between(Type from, string key, SqlRow to) =>
        context.RuleBetween(from, key, to.Type) is { } rule ? Condition(rule, to) : null;

    /// <summary>The condition for children of a visible row; null if they are visible, too.</summary>
    public string? Below(Type parent, MemberPath key, SqlRow child) =>
        context.RuleBelow(parent, key.ToString(), child.Type) is { } rule ? Condition(rule, child) : null;

    public string? Condition(Seen rule, SqlRow row) =>
        context.SeesAll(rule)
            ? null
            : rule switch
            {
                Seen.Everybody or Seen.AsParent => null,
                Seen.Nobody => "false",
                Seen.Administrators => context.Administers ? null : Sql.False,
                Seen.AllOf all => Sql.And(all.Rules.Select(inner => Condition(inner, row))),
                Seen.AnyOf any => AnyOf(any, row),
                Seen.When flag => flag.Is ? Path(row, flag.Member) : $"NOT {Path(row, flag.Member)}",
                Seen.Unless unless => Unless(row, unless),
                Seen.OwnOffice own => OwnOffice(row, own.OfficeCode),
                Seen.OwnPeople own => OwnPeople(row, own),
                Seen.OfPerson of => OfPerson(row, of),
                Seen.OwnWorkplace own => OwnWorkplace(row, own.OfficeId),
                Seen.OnCommittee on => OnCommittee(row, on),
                Seen.With with => Condition(row.Related(with.Related, seenOnly: false)),
                Seen.WithId with => Condition(row.ByKey(with.Id.ToString(), with.Row, seenOnly: false)),
                Seen.OfProject of => OfProject(row, Path(row, of.ProjectId)),
                Seen.OfActivity of => OfProject(
                    row,
                    $"{row.Join($"budget of {of.ActivityId}", name => $" JOIN activity_budgets {name} ON {name}.activity_id = {Path(row, of.ActivityId)}")}.project_id"
                ),
                Seen.Missing missing => $"{Path(row, missing.Member)} IS NULL",
                Seen.Named named => Computed.Condition(named.Condition, row),
                _ => throw new InvalidOperationException($"Unknown rule {rule}."),
            };

    /// <summary>Whether the row belongs to an office of which the caller sees everything.</summary>
    public string OwnOffice(SqlRow row, MemberPath officeCode) =>
        context.View == View.Offices ? $"{Path(row, officeCode)} = ANY({row.Statement.Offices()})" : "false";

    /// <summary>Whether the row is about people of an office whose registry the caller reads.</summary>
    private string OwnPeople(SqlRow row, Seen.OwnPeople own)
    {
        if (!context.SeesPeople)
            return Sql.False;
        var offices = context.SeesOneOffice
            ? $"(SELECT own.id FROM offices own WHERE own.code = ({row.Statement.Offices()})[1])"
            : $"ANY(ARRAY(SELECT own.id FROM offices own WHERE own.code = ANY({row.Statement.Offices()})))";
        return (own.UnlessSet is null ? "" : $"{Path(row, own.UnlessSet)} IS NULL AND ")
            + $"{Path(row, own.OfficeId)} = {offices}";
    }

    /// <summary>Whether the row is about the caller, or about somebody whom the caller leads today.</summary>
    private string OfPerson(SqlRow row, Seen.OfPerson rule)
    {
        if (!context.SeesOneself)
            return Sql.False;
        var oneself = Oneself(row);
        var people = rule.By switch
        {
            Leader.Oneself => oneself,
            // Who no longer works there leads nobody there, whatever the appointments of others still say.
            Leader.Supervisor =>
                $"ARRAY(SELECT led.person_id FROM appointments led WHERE led.supervisor_id = ANY({oneself}) "
                    + $"AND {Today(row, "led")} AND {WorksAt(row, "led.supervisor_id", "led.office_id")})",
            Leader.Director =>
                "ARRAY(SELECT led.person_id FROM schools directed JOIN appointments led ON led.school_id = directed.id "
                    + $"WHERE directed.director_id = ANY({oneself}) AND {Today(row, "led")} "
                    + $"AND {WorksAt(row, "directed.director_id", "directed.office_id")})",
            _ => throw new InvalidOperationException($"Unknown leader {rule.By}."),
        };
        return $"{Path(row, rule.PersonId)} = ANY({people})";
    }

    /// <summary>Whether the row is of an office at which the caller has an appointment today.</summary>
    private string OwnWorkplace(SqlRow row, MemberPath officeId) =>
        context.SeesOneself
            ? $"{Path(row, officeId)} = ANY(ARRAY(SELECT held.office_id FROM appointments held "
                + $"WHERE held.person_id = ANY({Oneself(row)}) AND {Today(row, "held")}))"
            : Sql.False;

    /// <summary>Whether the caller is in office today in a committee of the row's office or school with the mandate.</summary>
    private string OnCommittee(SqlRow row, Seen.OnCommittee rule)
    {
        if (!context.SeesOneself)
            return Sql.False;
        var mandate = rule.Mandate == CommitteeMandate.Monitors ? "monitors" : "assesses";
        var held =
            "FROM committees sits JOIN committee_members held ON held.committee_id = sits.id "
            + $"WHERE held.person_id = ANY({Oneself(row)}) AND sits.{mandate} AND {Today(row, "held")}";
        var (office, school) = (Path(row, rule.OfficeId), Path(row, rule.SchoolId));
        return (rule.Except is { } except ? $"{Unless(row, except)} AND " : "")
            + $"({office} = ANY(ARRAY(SELECT sits.office_id {held} AND sits.school_id IS NULL)) "
            + $"OR ({office}, {school}) IN (SELECT sits.office_id, sits.school_id {held} AND sits.school_id IS NOT NULL))";
    }

    /// <summary>The id of the person that the caller's name is bound to, as an array.</summary>
    private static string Oneself(SqlRow row) =>
        $"ARRAY(SELECT own.person_id FROM person_accounts own WHERE own.caller = {row.Statement.Caller()})";

    private static string WorksAt(SqlRow row, string person, string office) =>
        $"EXISTS (SELECT FROM appointments held WHERE held.person_id = {person} AND held.office_id = {office} AND {Today(row, "held")})";

    /// <summary>Whether an appointment is held today.</summary>
    private static string Today(SqlRow row, string appointment) =>
        $"{appointment}.held_from <= {row.Statement.Today()} AND ({appointment}.held_to IS NULL OR {appointment}.held_to >= {row.Statement.Today()})";

    private string? AnyOf(Seen.AnyOf any, SqlRow row)
    {
        List<string?> rules = [.. any.Rules.Select(inner => Condition(inner, row))];
        return rules.Contains(null) ? null : Sql.Or(rules);
    }

    private string OfProject(SqlRow row, string project)
    {
        if (context.View == View.Published)
        {
            return $"NOT EXISTS (SELECT FROM projects d WHERE d.id = {project} AND d.status IN {Drafts})"
                + $" AND NOT EXISTS (SELECT FROM removed_drafts d WHERE d.project_id = {project})";
        }

        var offices = row.Statement.Offices();
        return "NOT EXISTS (SELECT FROM projects d JOIN development_plans dp ON dp.id = d.plan_id JOIN offices o ON o.id = dp.office_id"
            + $" WHERE d.id = {project} AND d.status IN {Drafts} AND o.code <> ALL({offices}))"
            + $" AND NOT EXISTS (SELECT FROM removed_drafts d WHERE d.project_id = {project} AND d.office_code <> ALL({offices}))";
    }

    private static string Unless(SqlRow row, Seen.Unless rule) =>
        $"{Path(row, rule.Member)} NOT IN ({Values(rule.Values)})";

    private static string Path(SqlRow row, MemberPath path) => row.Column(path, seenOnly: false);

    private static string Values(IEnumerable<object> values) =>
        string.Join(", ", values.Select(value => $"'{StoredEnum.Of((Enum)value)}'"));
}
