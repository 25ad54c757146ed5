using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>Stores where the parts of plans are printed, and how much of the documents was read.</summary>
public interface IPlanSourceStore
{
    /// <summary>The sources of parts of a plan.</summary>
    /// <param name="owners">The ids of the parts.</param>
    Task<IReadOnlyList<PrintedSource>> OfAsync(IReadOnlyCollection<Guid> owners, CancellationToken cancellationToken);

    /// <summary>How much of a plan's document was read; null if the plan was not read from a document.</summary>
    Task<PlanReading?> ReadingAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the stored sources of a plan, and of the parts that its document states: a part that several plans share is
    /// printed where the last of them says. Returns the number of changed rows.
    /// </summary>
    /// <param name="stated">The ids of the parts that the document states.</param>
    Task<int> SaveAsync(
        Guid planId,
        IReadOnlyCollection<Guid> stated,
        IReadOnlyCollection<PrintedSource> sources,
        PlanReading? reading,
        CancellationToken cancellationToken
    );
}
