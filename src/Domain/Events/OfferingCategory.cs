using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Domain.Events;

/// <summary>A category of staff that an offering is for.</summary>
public sealed class OfferingCategory : Entity
{
    private OfferingCategory() { }

    internal OfferingCategory(Guid offeringId, int number, Guid categoryId) =>
        (OfferingId, Number, CategoryId) = (offeringId, number, categoryId);

    public Guid OfferingId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    public Guid CategoryId { get; private init; }

    public StaffCategory Category { get; private init; } = null!;
}
