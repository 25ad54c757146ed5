using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Application.Common;

/// <summary>Moments of which clients ask how things stood then.</summary>
public static class PastMoments
{
    /// <summary>It must have come; clocks that differ a little do not matter.</summary>
    /// <param name="asOf">Null for now.</param>
    public static void Demand(DateTimeOffset? asOf, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (asOf > now.AddMinutes(1))
            throw new QueryRefusedException(
                "INVALID_MOMENT",
                "asOf",
                $"must not lie in the future; it is {now:yyyy-MM-ddTHH:mm:ssZ}."
            );
    }
}
