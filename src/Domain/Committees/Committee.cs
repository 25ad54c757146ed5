using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Committees;

/// <summary>What an order (คำสั่ง) says about a committee.</summary>
/// <param name="OrderNumber">As printed: "12/2566".</param>
/// <param name="From">The first Thai day in office.</param>
/// <param name="To">The last one; null if it is open.</param>
/// <param name="Monitors">Whether it records monitoring visits.</param>
/// <param name="Assesses">Whether it assesses how people apply what they have learnt.</param>
public sealed record CommitteeTerms(
    string Name,
    string Purpose,
    string OrderNumber,
    DateOnly OrderedOn,
    DateOnly From,
    DateOnly? To,
    bool Monitors,
    bool Assesses,
    IReadOnlyList<Seat> Seats
)
{
    public const int MostMembers = 200;

    /// <summary>What contradicts itself in it.</summary>
    internal IEnumerable<DomainError> Faults()
    {
        if (To < From)
            yield return CommitteeInputs.EndsBeforeItStarts;
        foreach (var (index, seat) in Seats.Index())
        {
            if (seat.From < From || seat.From > To)
                yield return CommitteeInputs.OutsideTerm("from").At("members", index);
            if (seat.To < seat.From || seat.To < From || seat.To > To)
                yield return CommitteeInputs.OutsideTerm("to").At("members", index);
        }

        var chairs = Seats
            .Index()
            .Where(one => one.Item.Role == CommitteeRole.Chair)
            .OrderBy(one => FirstDayOf(one.Item))
            .ToList();
        foreach (var (one, next) in chairs.Zip(chairs.Skip(1)))
        {
            if (FirstDayOf(next.Item) <= (LastDayOf(one.Item) ?? DateOnly.MaxValue))
                yield return CommitteeInputs.TwoChairs.At("members", next.Index);
        }
    }

    internal DateOnly FirstDayOf(Seat seat) => seat.From ?? From;

    internal DateOnly? LastDayOf(Seat seat) => seat.To ?? To;
}

/// <summary>A person in a committee.</summary>
/// <param name="From">Null: from the committee's first day.</param>
/// <param name="To">Null: to the committee's last day.</param>
public sealed record Seat(Guid PersonId, CommitteeRole Role, DateOnly? From, DateOnly? To);

public enum CommitteeRole
{
    Chair,
    Member,
    Secretary,
}

/// <summary>A committee (คณะกรรมการ) of an office, or of one of its schools, that an order set up.</summary>
public sealed class Committee : Entity
{
    private readonly List<CommitteeMember> members = [];

    private Committee() { }

    public Committee(Guid officeId, Guid? schoolId) => (OfficeId, SchoolId) = (officeId, schoolId);

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>Null for a committee of the office.</summary>
    public Guid? SchoolId { get; private init; }

    public School? School { get; private init; }

    public string Name { get; private set; } = "";

    public string Purpose { get; private set; } = "";

    /// <summary>The number of the order (คำสั่งที่), as printed.</summary>
    public string OrderNumber { get; private set; } = "";

    public DateOnly OrderedOn { get; private set; }

    /// <summary>The first Thai day in office.</summary>
    public DateOnly HeldFrom { get; private set; }

    /// <summary>The last one; null if it is open.</summary>
    public DateOnly? HeldTo { get; private set; }

    public bool Monitors { get; private set; }

    public bool Assesses { get; private set; }

    /// <summary>Increases with each change, from 1; 0 if nothing has been saved.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<CommitteeMember> Members => members;

    /// <summary>Replaces everything but where it belongs. The errors, if it is refused.</summary>
    public IReadOnlyList<DomainError> Save(CommitteeTerms terms)
    {
        List<DomainError> errors = [.. terms.Faults()];
        if (errors.Count > 0)
            return errors;
        (Name, Purpose) = (terms.Name, terms.Purpose);
        (OrderNumber, OrderedOn) = (terms.OrderNumber, terms.OrderedOn);
        (HeldFrom, HeldTo) = (terms.From, terms.To);
        (Monitors, Assesses) = (terms.Monitors, terms.Assesses);
        var known = members.ToDictionary(one => one.PersonId);
        members.RemoveAll(one => terms.Seats.All(seat => seat.PersonId != one.PersonId));
        foreach (var (index, seat) in terms.Seats.Index())
        {
            if (!known.TryGetValue(seat.PersonId, out var member))
                members.Add(member = new CommitteeMember(Id, OfficeId, seat.PersonId));
            member.Sit(index + 1, seat.Role, terms.FirstDayOf(seat), terms.LastDayOf(seat));
        }

        Version++;
        return [];
    }
}

/// <summary>A person in a committee: one row of a person and a committee.</summary>
public sealed class CommitteeMember : Entity
{
    private CommitteeMember() { }

    internal CommitteeMember(Guid committeeId, Guid officeId, Guid personId) =>
        (CommitteeId, OfficeId, PersonId) = (committeeId, officeId, personId);

    public Guid CommitteeId { get; private init; }

    public Committee Committee { get; private init; } = null!;

    /// <summary>The committee's office.</summary>
    public Guid OfficeId { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>The place in the order, from 1.</summary>
    public int Number { get; private set; }

    public CommitteeRole Role { get; private set; }

    /// <summary>The first Thai day in office.</summary>
    public DateOnly HeldFrom { get; private set; }

    /// <summary>The last one; null if it is open.</summary>
    public DateOnly? HeldTo { get; private set; }

    internal void Sit(int number, CommitteeRole role, DateOnly from, DateOnly? to) =>
        (Number, Role, HeldFrom, HeldTo) = (number, role, from, to);
}
