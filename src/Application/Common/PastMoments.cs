using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Application.Common;

/// <summary>Past moments for which clients request figures.</summary>
public static class PastMoments
{
    /// <summary>The moment must be in the past; small differences between clocks are tolerated.</summary>
    /// <param name="asOf">The moment; null for now.</param>
    public static void Demand(DateTimeOffset? asOf, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (asOf > now.AddMinutes(1))
            throw new QueryRefusedException(
                "INVALID_MOMENT",
                "asOf",
                $"must not be in the future; it is {now:yyyy-MM-ddTHH:mm:ssZ}."
            );
    }
}
