using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;
using ModelSet = TeacherDevPlan.Application.Common.Models.Models;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Whether a caller sees a row, by the rule of its model, asked of the row itself; and what a path of members leads to.</summary>
internal sealed class NaiveSeen(LoadedRows rows, ModelSet models, Caller caller)
{
    private readonly Dictionary<object, bool> known = new(ReferenceEqualityComparer.Instance);

    public Caller Caller => caller;

    public bool Sees(object row)
    {
        if (!models.IsKnown(row.GetType()))
            return true;
        if (!known.TryGetValue(row, out var seen))
            known[row] = seen = Keeps(models.For(row.GetType()).Seen!, row);
        return seen;
    }

    /// <summary>The value at the end of a path; null where something on the way is missing or not seen.</summary>
    /// <param name="seenOnly">Whether rows on the way must be seen.</param>
    public object? Value(MemberPath path, object row, bool seenOnly = true)
    {
        object? at = row;
        foreach (var step in path.Steps)
        {
            if (at is null)
                return null;
            at = Step(step, at);
            if (seenOnly && at is not null && rows.IsRow(at.GetType()) && !Sees(at))
                return null;
        }

        return at;
    }

    public bool IsDraft(Guid project, out string? office)
    {
        office = rows.RemovedDrafts.GetValueOrDefault(project);
        if (rows.Find(typeof(Project), project) is not Project found)
            return office is not null;
        if (found.Status is not (ProjectStatus.Draft or ProjectStatus.Submitted))
            return office is not null;
        office = (string)Value(OfficeOfProject, found, seenOnly: false)!;
        return true;
    }

    private static readonly MemberPath OfficeOfProject = MemberPath.Of((Project project) => project.Plan.Office.Code);

    private object? Step(PathStep step, object at)
    {
        if (step.Row is { } type)
            return rows.Find(type, (Guid?)step.Property.GetValue(at));
        if (!rows.IsRow(step.Property.PropertyType))
            return step.Property.GetValue(at);
        var key = at.GetType().GetProperty($"{step.Property.Name}Id")!;
        return rows.Find(step.Property.PropertyType, (Guid?)key.GetValue(at));
    }

    /// <summary>Whether a rule lets the caller see a row.</summary>
    public bool Keeps(Seen rule, object row) =>
        rule switch
        {
            Seen.Everybody or Seen.AsParent => true,
            Seen.OwnPeople own => caller.SeesPeople
                && (own.UnlessSet is null || Value(own.UnlessSet, row, false) is null)
                && rows.Find(typeof(Office), (Guid?)Value(own.OfficeId, row, false)) is Office office
                && caller.SeenOffices.Contains(office.Code),
            Seen.OfPerson of => caller.SeesOneself
                && Value(of.PersonId, row, false) is Guid person
                && Leads(of.By, person),
            Seen.OwnWorkplace own => caller.SeesOneself
                && Oneself is { } oneself
                && Value(own.OfficeId, row, false) is Guid office
                && WorksAt(oneself, office),
            Seen.OnCommittee on => caller.SeesOneself
                && Oneself is { } member
                && IsOn(member, on, row)
                && on.Except?.Values.Contains(Value(on.Except.Member, row, false)!) != true,
            Seen.Administrators => caller.Administers,
            Seen.AllOf all => all.Rules.All(inner => Keeps(inner, row)),
            Seen.AnyOf any => any.Rules.Any(inner => Keeps(inner, row)),
            Seen.With with when caller.SeesAll => Value(with.Related, row, false) is not { } related || Sees(related),
            Seen.WithId with when caller.SeesAll => rows.Find(with.Row, (Guid?)Value(with.Id, row, false))
                is not { } other
                || Sees(other),
            _ when caller.SeesAll => true,
            Seen.Nobody => false,
            Seen.When flag => Equals(Value(flag.Member, row, false), flag.Is),
            Seen.Unless unless => !unless.Values.Contains(Value(unless.Member, row, false)!),
            Seen.Missing missing => Value(missing.Member, row, false) is null,
            Seen.OwnOffice own => Value(own.OfficeCode, row, false) is string code && caller.SeenOffices.Contains(code),
            Seen.With with => Value(with.Related, row, false) is { } related && Sees(related),
            Seen.WithId with => rows.Find(with.Row, (Guid?)Value(with.Id, row, false)) is { } other && Sees(other),
            Seen.OfProject of => Value(of.ProjectId, row, false) is Guid project && OfProject(project),
            Seen.OfActivity of => rows.Find(typeof(ActivityBudget), (Guid?)Value(of.ActivityId, row, false))
                is ActivityBudget budget
                && OfProject(budget.ProjectId),
            Seen.Named { Condition: "StaffMember.ownsPublishedProject" } => OwnsPublished(row),
            _ => throw new InvalidOperationException($"Unknown rule {rule}."),
        };

    private Guid? Oneself =>
        rows.Of<PersonAccount>().FirstOrDefault(account => account.Caller == caller.Name)?.PersonId;

    private bool WorksAt(Guid person, Guid office) => TodayOf(person).Any(one => one.OfficeId == office);

    private bool IsOn(Guid person, Seen.OnCommittee rule, object row) =>
        rows.Of<CommitteeMember>()
            .Where(one => one.PersonId == person && one.HeldFrom <= rows.Today && !(one.HeldTo < rows.Today))
            .Select(one => (Committee)rows.Find(typeof(Committee), one.CommitteeId)!)
            .Any(one =>
                (rule.Mandate == CommitteeMandate.Monitors ? one.Monitors : one.Assesses)
                && Equals(one.OfficeId, Value(rule.OfficeId, row, false))
                && (one.SchoolId is null || Equals(one.SchoolId, Value(rule.SchoolId, row, false)))
            );

    private IEnumerable<Appointment> TodayOf(Guid person) =>
        rows.Of<Appointment>()
            .Where(one => one.PersonId == person && one.HeldFrom <= rows.Today && !(one.HeldTo < rows.Today));

    private bool Leads(Leader by, Guid person)
    {
        if (Oneself is not { } oneself)
            return false;
        return by switch
        {
            Leader.Oneself => person == oneself,
            Leader.Supervisor => TodayOf(person)
                .Any(one => one.SupervisorId == oneself && WorksAt(oneself, one.OfficeId)),
            _ => TodayOf(person)
                .Any(one =>
                    rows.Find(typeof(School), one.SchoolId) is School school
                    && school.DirectorId == oneself
                    && WorksAt(oneself, school.OfficeId)
                ),
        };
    }

    private bool OfProject(Guid project) => !IsDraft(project, out var office) || caller.SeenOffices.Contains(office);

    private bool OwnsPublished(object member) =>
        rows.Of<ProjectOwner>()
            .Any(owner =>
                owner.StaffMemberId == rows.IdOf(member)
                && rows.Find(typeof(Project), owner.ProjectId)
                    is Project { Status: not (ProjectStatus.Draft or ProjectStatus.Submitted) }
            );
}
