using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>Where the parts of plans are printed, and how much of their documents went into them.</summary>
public interface IPlanSourceStore
{
    /// <summary>Where parts are printed.</summary>
    /// <param name="owners">Their ids.</param>
    Task<IReadOnlyList<PrintedSource>> OfAsync(IReadOnlyCollection<Guid> owners, CancellationToken cancellationToken);

    /// <summary>What of a plan's document is in it; null where it came from none.</summary>
    Task<PlanReading?> ReadingAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>Makes what is stored of a plan that is stored what is given; how many rows that took.</summary>
    Task<int> SaveAsync(
        Guid planId,
        IReadOnlyCollection<PrintedSource> sources,
        PlanReading? reading,
        CancellationToken cancellationToken
    );
}
